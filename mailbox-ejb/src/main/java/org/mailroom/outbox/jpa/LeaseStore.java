package org.mailroom.outbox.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * Leases on messages, so that each is sent by one worker of one node at a time. Each message passes
 * here twice, so this is plain SQL over few indexes, the same for all databases.
 */
@ApplicationScoped
public class LeaseStore {
  // below it H2 has all that does not wait: its index holds the empty times too
  private static final Instant EVER = Instant.EPOCH;

  // of each full batch so much is left to routine mail, so that it always moves
  private static final int SHARE_OF_ROUTINE = 5;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /** The time by which leases end: the database's, the same for all nodes. */
  public Instant now() {
    return new Sql(entities)
        .query(
            "SELECT CURRENT_TIMESTAMP", row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .get(0);
  }

  /** Steps from lane to lane through the index, so that a long queue costs no more than a short. */
  public List<Lane> due(Instant now) {
    Sql sql = new Sql(entities);
    List<Lane> due = new ArrayList<>();
    Optional<String> lane = laneAfter("", sql);
    while (lane.isPresent()) {
      if (isDue(lane.get(), now, sql)) {
        due.add(Lane.parse(lane.get()));
      }
      lane = laneAfter(lane.get(), sql);
    }
    return due;
  }

  private static Optional<String> laneAfter(String lane, Sql sql) {
    return sql
        .query(
            """
            SELECT lane FROM outbox_message WHERE lane > ? AND next_attempt IS NOT NULL
            ORDER BY lane, priority, next_attempt, id LIMIT 1""",
            row -> row.getString(1),
            lane)
        .stream()
        .findFirst();
  }

  private static boolean isDue(String lane, Instant now, Sql sql) {
    for (Priority priority : Priority.values()) {
      if (!due(lane, priority, 1, now, "", sql).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A row of the queue. */
  private record Due(
      long id, long bytes, String sender, int failures, String divertedTo, Instant queuedAt) {
    static Due read(ResultSet row) throws SQLException {
      return new Due(
          row.getLong(1),
          row.getLong(2),
          row.getString(3),
          row.getInt(4),
          row.getString(5),
          row.getObject(6, OffsetDateTime.class).toInstant());
    }

    Leased leased(List<String> recipients) {
      return new Leased(
          new OutboxMessageId(id),
          sender,
          recipients,
          null,
          failures,
          bytes,
          Optional.ofNullable(divertedTo),
          queuedAt);
    }
  }

  // the one order of the index, so that no database sorts
  private static List<Due> due(
      String lane, Priority priority, int most, Instant now, String lock, Sql sql) {
    return sql.query(
        """
        SELECT id, bytes, sender, failures, diverted_to,
          COALESCE(queued_at, created_at) FROM outbox_message
        WHERE lane = ? AND priority = ? AND next_attempt >= ? AND next_attempt <= ?
          AND NOT EXISTS (SELECT 1 FROM outbox_lease l WHERE l.message = outbox_message.id)
        ORDER BY lane, priority, next_attempt, id LIMIT\s"""
            + most
            + lock,
        Due::read,
        lane,
        priority.rank(),
        EVER,
        now);
  }

  /** Takes due messages, those that people wait for first; without their bytes. */
  public List<Leased> claim(Lane lane, int most, Lease lease, Instant now) {
    Sql sql = new Sql(entities);
    List<Due> rows = lockDue(lane.toString(), most, now, sql);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rows.stream().map(Due::id).toList();
    lease(ids, lease, sql);
    Map<Long, List<String>> mine = recipients(ids, lease, sql);
    return rows.stream()
        .filter(row -> mine.containsKey(row.id()))
        .map(row -> row.leased(mine.get(row.id())))
        .toList();
  }

  private static List<Due> lockDue(String lane, int most, Instant now, Sql sql) {
    List<Due> people = lockDue(lane, Priority.PERSON, most, now, sql);
    int room = Math.max(most - people.size(), most / SHARE_OF_ROUTINE);
    List<Due> routine = lockDue(lane, Priority.ROUTINE, room, now, sql);
    List<Due> rows = new ArrayList<>(people);
    rows.subList(Math.min(people.size(), most - routine.size()), people.size()).clear();
    rows.addAll(routine);
    return rows;
  }

  // rows another claim has locked are skipped, so that two workers share a lane without waiting
  private static List<Due> lockDue(String lane, Priority priority, int most, Instant now, Sql sql) {
    return most == 0 ? List.of() : due(lane, priority, most, now, " FOR UPDATE SKIP LOCKED", sql);
  }

  // asked once more now that the rows are locked: when they were chosen, another claim that had
  // them
  // may not have been seen yet
  private static void lease(List<Long> ids, Lease lease, Sql sql) {
    sql.update(
        """
        INSERT INTO outbox_lease (message, token, node, valid_until)
        SELECT m.id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS TIMESTAMP WITH TIME ZONE)
        FROM outbox_message m
        WHERE m.id = ANY(?) AND NOT EXISTS (SELECT 1 FROM outbox_lease l WHERE l.message = m.id)""",
        lease.token(),
        lease.node(),
        lease.until(),
        ids);
  }

  /** Who waits for each of these messages that are under the lease. */
  private static Map<Long, List<String>> recipients(List<Long> ids, Lease lease, Sql sql) {
    return sql
        .query(
            """
            SELECT l.message, r.address FROM outbox_lease l
            JOIN outbox_recipient r ON r.message = l.message AND r.state IN ('WAITING', 'UNCERTAIN')
            WHERE l.message = ANY(?) AND l.token = ? ORDER BY l.message, r.position""",
            row -> Map.entry(row.getLong(1), row.getString(2)),
            ids,
            lease.token())
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** The bytes of some messages. */
  public Map<OutboxMessageId, byte[]> bodies(List<OutboxMessageId> ids) {
    Map<OutboxMessageId, byte[]> bodies = new HashMap<>();
    new Sql(entities)
        .query(
            "SELECT message, raw FROM outbox_body WHERE message = ANY(?)",
            row -> bodies.put(new OutboxMessageId(row.getLong(1)), row.getBytes(2)),
            ids.stream().map(OutboxMessageId::value).toList());
    return bodies;
  }

  public void extend(Lease lease) {
    new Sql(entities)
        .update(
            "UPDATE outbox_lease SET valid_until = ? WHERE token = ?",
            lease.until(),
            lease.token());
  }

  /** Ends the lease on a message; gives the message, locked, if this token held it. */
  public Optional<OutboxMessage> end(OutboxMessageId id, String token) {
    boolean held = remove("message = ? AND token = ?", id.value(), token) == 1;
    return held
        ? Optional.of(
            entities.find(OutboxMessage.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        : Optional.empty();
  }

  public int giveBack(String token) {
    return remove("token = ?", token);
  }

  public int giveBackOf(String node) {
    return remove("node = ?", node);
  }

  public int giveBackExpired(Instant now) {
    return remove("valid_until < ?", now);
  }

  // the message was not changed: it is as due as before, and keeps its place before younger ones
  private int remove(String which, Object... held) {
    return new Sql(entities).update("DELETE FROM outbox_lease WHERE " + which, held);
  }

  /**
   * Makes new messages due that a clock has dated later than now: it was set back, or was another
   * node's and fast.
   */
  public void undateNew(Instant now) {
    new Sql(entities)
        .update(
            """
            UPDATE outbox_message SET next_attempt = ?
            WHERE state = 'QUEUED' AND failures = 0 AND next_attempt > ?""",
            now,
            now);
  }
}
