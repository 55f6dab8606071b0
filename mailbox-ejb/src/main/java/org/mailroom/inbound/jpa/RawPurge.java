package org.mailroom.inbound.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeKind;
import org.mailroom.purge.PurgeTask;

/** Removes the content of received mail of one state. */
final class RawPurge implements PurgeTask {
  private static final String OLD =
      " FROM received_mail m WHERE m.state = ?1 AND m.stored_at < ?2"
          + " AND EXISTS (SELECT 1 FROM received_raw r WHERE r.received_id = m.id)";

  private final EntityManager entities;
  private final ReceivedState state;
  private final Optional<Instant> before;

  RawPurge(EntityManager entities, ReceivedState state, Optional<Instant> before) {
    this.entities = entities;
    this.state = state;
    this.before = before;
  }

  @Override
  public String name() {
    return "received bodies " + state;
  }

  @Override
  public PurgeKind kind() {
    return PurgeKind.RECEIVED;
  }

  @Override
  public Amount due() {
    return before.map(this::count).orElse(Amount.NONE);
  }

  private Amount count(Instant end) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery("SELECT count(*), coalesce(sum(m.mail_size), 0)" + OLD)
                .setParameter(1, state.name())
                .setParameter(2, utc(end))
                .getSingleResult();
    return new Amount(number(row[0]), number(row[1]));
  }

  @Override
  public Removed remove(long afterId, int most) {
    List<?> old = before.map(end -> old(end, afterId, most)).orElse(List.of());
    if (old.isEmpty()) {
      return Removed.nothing();
    }
    String ids =
        old.stream().map(row -> column(row, 0).toString()).collect(Collectors.joining(","));
    entities
        .createNativeQuery("DELETE FROM received_raw WHERE received_id IN (" + ids + ")")
        .executeUpdate();
    long bytes = old.stream().mapToLong(row -> number(column(row, 1))).sum();
    long last = number(column(old.get(old.size() - 1), 0));
    return new Removed(new Amount(old.size(), bytes), last, old.size() == most);
  }

  private List<?> old(Instant end, long afterId, int most) {
    return entities
        .createNativeQuery(
            "SELECT m.id, m.mail_size"
                + OLD
                + " AND m.id > ?3 ORDER BY m.id LIMIT "
                + most
                + " FOR UPDATE SKIP LOCKED")
        .setParameter(1, state.name())
        .setParameter(2, utc(end))
        .setParameter(3, afterId)
        .getResultList();
  }

  private static Object column(Object row, int number) {
    return ((Object[]) row)[number];
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
