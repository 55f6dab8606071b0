package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.outbox.model.RecipientState;

/** Leases on messages, so that each is sent by one worker of one node at a time. */
@ApplicationScoped
public class LeaseStore {
  // bodies of a batch are in memory together
  private static final long MOST_BYTES = 8L << 20;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public List<Lane> due(Instant now) {
    return entities
        .createQuery(
            "select distinct m.lane from OutboxMessage m where m.nextAttempt <= :now", String.class)
        .setParameter("now", now)
        .getResultStream()
        .map(Lane::parse)
        .toList();
  }

  public List<Leased> claim(Lane lane, int most, Lease lease, Instant now) {
    List<Long> ids = lockDue(lane, most, now);
    if (ids.isEmpty()) {
      return List.of();
    }
    mark(ids, lease);
    return load(ids);
  }

  // rows another claim has locked are skipped, so that two workers share a lane without waiting
  private List<Long> lockDue(Lane lane, int most, Instant now) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT id, bytes FROM outbox_message
                WHERE lane = ?1 AND next_attempt <= ?2
                ORDER BY next_attempt, id LIMIT %d FOR UPDATE SKIP LOCKED"""
                    .formatted(most))
            .setParameter(1, lane.toString())
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return upTo(MOST_BYTES, rows);
  }

  private static List<Long> upTo(long mostBytes, List<?> rows) {
    List<Long> ids = new ArrayList<>();
    long bytes = 0;
    for (Object row : rows) {
      bytes += number(row, 1);
      if (bytes > mostBytes && !ids.isEmpty()) {
        break;
      }
      ids.add(number(row, 0));
    }
    return ids;
  }

  private static long number(Object row, int column) {
    return ((Number) ((Object[]) row)[column]).longValue();
  }

  private void mark(List<Long> ids, Lease lease) {
    entities
        .createQuery(
            """
            update OutboxMessage m set m.state = :sending, m.nextAttempt = null,
              m.lease.token = :token, m.lease.node = :node, m.lease.until = :until
            where m.id in :ids""")
        .setParameter("sending", MessageState.SENDING)
        .setParameter("token", lease.token())
        .setParameter("node", lease.node())
        .setParameter("until", lease.until())
        .setParameter("ids", ids)
        .executeUpdate();
  }

  private List<Leased> load(List<Long> ids) {
    Map<Long, List<String>> recipients = recipients(ids);
    return entities
        .createQuery(
            """
            select m.id, m.sender, b.raw, m.failures, m.divertedTo from OutboxMessage m, Body b
            where b.id = m.id and m.id in :ids order by m.id""",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .map(row -> leased(row, recipients.getOrDefault((Long) row[0], List.of())))
        .toList();
  }

  private static Leased leased(Object[] row, List<String> recipients) {
    return new Leased(
        new OutboxMessageId((Long) row[0]),
        (String) row[1],
        recipients,
        (byte[]) row[2],
        (Integer) row[3],
        Optional.ofNullable((String) row[4]));
  }

  private Map<Long, List<String>> recipients(List<Long> ids) {
    return entities
        .createQuery(
            """
            select r.message.id, r.address from Recipient r
            where r.message.id in :ids and r.state in :waiting
            order by r.message.id, r.position""",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("waiting", List.of(RecipientState.WAITING, RecipientState.UNCERTAIN))
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
  }

  public void extend(Lease lease) {
    entities
        .createQuery(
            "update OutboxMessage m set m.lease.until = :until where m.lease.token = :token")
        .setParameter("until", lease.until())
        .setParameter("token", lease.token())
        .executeUpdate();
  }

  /** The message, locked, if this token still holds it. */
  public Optional<OutboxMessage> held(OutboxMessageId id, String token) {
    return entities
        .createQuery(
            "select m from OutboxMessage m where m.id = :id and m.lease.token = :token",
            OutboxMessage.class)
        .setParameter("id", id.value())
        .setParameter("token", token)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public int giveBack(String token) {
    return giveBack("m.lease.token = :held", token);
  }

  public int giveBackOf(String node) {
    return giveBack("m.lease.node = :held", node);
  }

  public int giveBackExpired(Instant now) {
    return giveBack("m.lease.until < :held", now);
  }

  // as due as when it was new: it keeps its place before younger messages
  private int giveBack(String which, Object held) {
    return entities
        .createQuery(
            """
            update OutboxMessage m set m.state = :queued, m.nextAttempt = m.createdAt,
              m.lease.token = null, m.lease.node = null, m.lease.until = null
            where m.state = :sending and\s"""
                + which)
        .setParameter("queued", MessageState.QUEUED)
        .setParameter("sending", MessageState.SENDING)
        .setParameter("held", held)
        .executeUpdate();
  }
}
