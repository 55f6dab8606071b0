package org.mailroom.outbox.jpa;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutgoingMail.Priority;

/** The mail of a lane that is due, as claims find it. */
final class DueMail {
  // below it H2 has all that does not wait: its index holds the empty times too
  private static final Instant EVER = Instant.EPOCH;

  // of each full batch so much is left to routine mail, so that it always moves
  private static final int SHARE_OF_ROUTINE = 5;

  // so many others may be claiming the first of a lane at the same moment
  private static final int RIVALS = 4;

  private static final String ROW =
      """
      SELECT id, bytes, sender, failures, diverted_to, COALESCE(queued_at, created_at) AS since,
        priority, next_attempt FROM outbox_message
      WHERE NOT EXISTS (SELECT 1 FROM outbox_lease l WHERE l.message = outbox_message.id) AND\s""";

  // in the one order of the index, so that no database sorts
  private static final String DUE =
      ROW
          + """
          lane = ? AND priority = ? AND next_attempt >= ? AND next_attempt <= ?
          ORDER BY lane, priority, next_attempt, id LIMIT\s""";

  // of what was chosen, what still is as it was; in words that make no index look better than the
  // key
  private static final String STILL_DUE =
      ROW
          + """
          id = ANY(?) AND CASE WHEN lane = ? AND priority = ? THEN next_attempt END <= ? LIMIT\s""";

  // rows another claim has locked are skipped, so that two workers share a lane without waiting
  private static final String LOCKED = " FOR UPDATE SKIP LOCKED";

  // asked once more now that the rows are locked: when they were chosen, another claim that had
  // them may not have been seen yet
  private static final String LEASE =
      """
      INSERT INTO outbox_lease (message, token, node, valid_until)
      SELECT m.id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS TIMESTAMP WITH TIME ZONE)
      FROM outbox_message m
      WHERE m.id = ANY(?) AND NOT EXISTS (SELECT 1 FROM outbox_lease l WHERE l.message = m.id)""";

  // PostgreSQL can choose in one step. It leases in another: a claim that has seen the queue too
  // long ago would wait for the lease of a message it has locked, whose settlement waits for it.
  // The limits are written out: for one that is not known it plans to sort the lane.
  private static final String AT_ONCE =
      """
      WITH people AS (%1$s),
      routine AS (%1$s),
      share AS (
        SELECT * FROM routine ORDER BY next_attempt, id
        LIMIT GREATEST(%2$d - (SELECT COUNT(*) FROM people), %3$d))
      (SELECT * FROM people ORDER BY next_attempt, id
        LIMIT %2$d - (SELECT COUNT(*) FROM share))
      UNION ALL SELECT * FROM share
      ORDER BY priority, next_attempt, id""";

  private final Sql sql;
  private final String lane;
  private final Instant now;

  DueMail(Sql sql, String lane, Instant now) {
    this.sql = sql;
    this.lane = lane;
    this.now = now;
  }

  /** A row of the queue. */
  record Row(
      OutboxMessageId id,
      long bytes,
      String sender,
      int failures,
      Optional<String> divertedTo,
      Instant queuedAt) {
    private static Row read(ResultSet row) throws SQLException {
      return new Row(
          new OutboxMessageId(row.getLong(1)),
          row.getLong(2),
          row.getString(3),
          row.getInt(4),
          Optional.ofNullable(row.getString(5)),
          row.getObject(6, OffsetDateTime.class).toInstant());
    }

    Leased leased(List<String> recipients, byte[] raw) {
      return new Leased(id, sender, recipients, raw, failures, bytes, divertedTo, queuedAt);
    }
  }

  boolean isThere() {
    for (Priority priority : Priority.values()) {
      if (!rows(priority, 1).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes some of it, what people wait for first; another claim may have been quicker with some of
   * what is found.
   */
  List<Row> take(int most, Lease lease) {
    List<Row> chosen = sql.isPostgres() ? atOnce(most) : inSteps(most);
    lease(chosen, lease);
    return chosen;
  }

  private List<Row> atOnce(int most) {
    return sql.query(
        AT_ONCE.formatted(DUE + most + LOCKED, most, most / SHARE_OF_ROUTINE),
        Row::read,
        lane,
        Priority.PERSON.rank(),
        EVER,
        now,
        lane,
        Priority.ROUTINE.rank(),
        EVER,
        now);
  }

  private List<Row> inSteps(int most) {
    List<Row> people = locked(Priority.PERSON, most);
    int room = Math.max(most - people.size(), most / SHARE_OF_ROUTINE);
    List<Row> routine = room == 0 ? List.of() : locked(Priority.ROUTINE, room);
    List<Row> chosen = new ArrayList<>(people);
    chosen.subList(Math.min(people.size(), most - routine.size()), people.size()).clear();
    chosen.addAll(routine);
    return chosen;
  }

  // to lock in an order H2 would lock the whole lane and sort it
  private List<Row> locked(Priority priority, int most) {
    List<Row> first = rows(priority, most);
    List<Row> locked = locked(first, priority, most);
    return first.size() < most || locked.size() == most
        ? locked
        : locked(rows(priority, most * RIVALS), priority, most);
  }

  private List<Row> rows(Priority priority, int most) {
    return sql.query(DUE + most, Row::read, lane, priority.rank(), EVER, now);
  }

  private List<Row> locked(List<Row> chosen, Priority priority, int most) {
    Map<OutboxMessageId, Row> locked =
        chosen.isEmpty()
            ? Map.of()
            : sql
                .query(
                    STILL_DUE + most + LOCKED, Row::read, ids(chosen), lane, priority.rank(), now)
                .stream()
                .collect(toMap(Row::id, identity()));
    return chosen.stream().map(row -> locked.get(row.id())).filter(Objects::nonNull).toList();
  }

  private void lease(List<Row> chosen, Lease lease) {
    if (!chosen.isEmpty()) {
      sql.update(LEASE, lease.token(), lease.node(), lease.until(), ids(chosen));
    }
  }

  private static List<Long> ids(List<Row> rows) {
    return rows.stream().map(row -> row.id().value()).toList();
  }
}
