package org.mailroom.outbox.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * Leases on messages, so that each is sent by one worker of one node at a time. Each message passes
 * here twice, so this is plain SQL over few indexes, the same for all databases.
 */
@ApplicationScoped
public class LeaseStore {
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
      if (new DueMail(sql, lane.get(), now).isThere()) {
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

  /** Takes due messages, those that people wait for first; with their bytes if those are few. */
  public List<Leased> claim(Lane lane, int most, Lease lease, Instant now) {
    Sql sql = new Sql(entities);
    List<DueMail.Row> rows = new DueMail(sql, lane.toString(), now).take(most, lease);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<OutboxMessageId> ids = rows.stream().map(DueMail.Row::id).toList();
    // with a look at what was committed until the rows were locked
    Map<OutboxMessageId, List<String>> mine = recipients(ids, lease, sql);
    Map<OutboxMessageId, byte[]> bodies = areFew(rows) ? bodies(ids) : Map.of();
    return rows.stream()
        .filter(row -> mine.containsKey(row.id()))
        .map(row -> row.leased(mine.get(row.id()), bodies.get(row.id())))
        .toList();
  }

  private static boolean areFew(List<DueMail.Row> rows) {
    return rows.stream().mapToLong(DueMail.Row::bytes).sum() <= OutboxQueue.TOGETHER;
  }

  /** Who waits for each of these messages that are under the lease. */
  private static Map<OutboxMessageId, List<String>> recipients(
      List<OutboxMessageId> ids, Lease lease, Sql sql) {
    return sql
        .query(
            """
            SELECT l.message, r.address FROM outbox_lease l
            JOIN outbox_recipient r ON r.message = l.message AND r.state IN ('WAITING', 'UNCERTAIN')
            WHERE l.message = ANY(?) AND l.token = ? ORDER BY l.message, r.position""",
            row -> Map.entry(new OutboxMessageId(row.getLong(1)), row.getString(2)),
            numbers(ids),
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
            numbers(ids));
    return bodies;
  }

  private static List<Long> numbers(List<OutboxMessageId> ids) {
    return ids.stream().map(OutboxMessageId::value).toList();
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

  /** All but those that a node is settling, which may have fallen asleep over it. */
  public int giveBackExpired(Instant now) {
    List<Long> expired =
        new Sql(entities)
            .query(
                "SELECT message FROM outbox_lease WHERE valid_until < ? FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                now);
    return expired.isEmpty() ? 0 : remove("message = ANY(?)", expired);
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
