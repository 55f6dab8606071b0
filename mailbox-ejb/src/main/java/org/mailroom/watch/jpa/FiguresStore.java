package org.mailroom.watch.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.watch.model.Figures;

/**
 * Counts what happened to a page of mailboxes in one query, each count by an index. It reads tables
 * of the mailbox, outbox and inbound components and writes none.
 */
@ApplicationScoped
public class FiguresStore {
  private static final String QUERY =
      """
      SELECT b.id, h.last_error_class, h.rests_until, c.next_due,
        (SELECT MIN(q.next_attempt) FROM outbox_message q
          WHERE q.lane = 'mailbox:' || b.id AND q.priority IN (0, 1) AND q.next_attempt >= ?1),
        (SELECT COUNT(*) FROM outbox_message q
          WHERE q.lane = 'mailbox:' || b.id AND q.priority IN (0, 1) AND q.next_attempt >= ?1),
        (SELECT COUNT(*) FROM outbox_message f
          WHERE f.lane = 'mailbox:' || b.id AND f.failed_at >= ?2),
        (SELECT COUNT(*) FROM received_mail r WHERE r.mailbox_id = b.id AND r.stored_at >= ?2)
      FROM mailbox b
      JOIN mailbox_health h ON h.mailbox_id = b.id
      LEFT JOIN inbound_cursor c ON c.mailbox_id = b.id
      WHERE b.id IN (%s)\
      """;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public FiguresStore() {}

  public FiguresStore(EntityManager entities) {
    this.entities = entities;
  }

  /** The figures of those that exist. */
  @SuppressWarnings("unchecked") // a native query has no type
  public List<Figures> of(Collection<MailboxId> mailboxes, Instant since) {
    if (mailboxes.isEmpty()) {
      return List.of();
    }
    String ids = mailboxes.stream().map(MailboxId::toString).collect(Collectors.joining(","));
    List<Object[]> rows =
        entities
            .createNativeQuery(QUERY.formatted(ids))
            .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
            .setParameter(2, since.atOffset(ZoneOffset.UTC))
            .getResultList();
    return rows.stream().map(FiguresStore::figures).toList();
  }

  /** How many received mails there are in each state. */
  @SuppressWarnings("unchecked") // a native query has no type
  public Map<ReceivedState, Long> received() {
    List<Object[]> rows =
        entities
            .createNativeQuery("SELECT state, COUNT(*) FROM received_mail GROUP BY state")
            .getResultList();
    Map<ReceivedState, Long> counts = new EnumMap<>(ReceivedState.class);
    rows.forEach(row -> counts.put(ReceivedState.valueOf((String) row[0]), number(row[1])));
    return counts;
  }

  private static Figures figures(Object[] row) {
    return new Figures(
        new MailboxId(number(row[0])),
        row[1] == null ? null : Trouble.valueOf((String) row[1]),
        instant(row[2]),
        instant(row[3]),
        instant(row[4]),
        number(row[5]),
        number(row[6]),
        number(row[7]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  // the drivers do not agree on the type of a time stamp with time zone
  private static Instant instant(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
