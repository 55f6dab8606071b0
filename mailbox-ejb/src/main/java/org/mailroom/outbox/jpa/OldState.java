package org.mailroom.outbox.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.outbox.MessageState;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeTask.Removed;

/**
 * The messages of one final state. They are walked by their ids, which rise with time, so that each
 * step costs the same however many there are.
 */
final class OldState {
  static final String ANY = "";
  static final String WITH_BODY = " AND m.body_purged_at IS NULL";

  // what somebody has just done to an old message keeps it
  private static final String OLD =
      " AND m.created_at < ?2 AND (m.sent_at IS NULL OR m.sent_at < ?2) AND NOT EXISTS"
          + " (SELECT 1 FROM outbox_attempt a WHERE a.message = m.id AND a.at >= ?2)";

  private final EntityManager entities;
  private final MessageState state;
  private final Instant now;

  OldState(EntityManager entities, MessageState state, Instant now) {
    this.entities = entities;
    this.state = state;
    this.now = now;
  }

  MessageState state() {
    return state;
  }

  /** How many are older than that. */
  Amount count(String which, Instant before) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT count(*), coalesce(sum(CASE WHEN m.body_purged_at IS NULL"
                        + " THEN m.bytes ELSE 0 END), 0)"
                        + " FROM outbox_message m WHERE m.state = ?1"
                        + which
                        + OLD)
                .setParameter(1, state.name())
                .setParameter(2, utc(before))
                .getSingleResult();
    return new Amount(number(row[0]), number(row[1]));
  }

  /** What is done to those that are old enough; their ids are separated by commas. */
  interface Removal {
    void of(String ids);
  }

  /** Locks the next few, and removes those that are older than that. */
  Removed remove(String which, Instant before, long afterId, int most, Removal removal) {
    List<?> window = window(which, afterId, most);
    if (window.isEmpty()) {
      return Removed.nothing();
    }
    Set<Long> old = old(window, before);
    if (!old.isEmpty()) {
      removal.of(ids(old));
    }
    long bytes =
        window.stream()
            .filter(row -> old.contains(number(column(row, 0))))
            .mapToLong(row -> column(row, 2) == null ? number(column(row, 1)) : 0)
            .sum();
    long last = number(column(window.get(window.size() - 1), 0));
    // none in a whole window: all that follow are younger
    boolean more = window.size() == most && !old.isEmpty();
    return new Removed(new Amount(old.size(), bytes), last, more);
  }

  private List<?> window(String which, long afterId, int most) {
    return entities
        .createNativeQuery(
            "SELECT m.id, m.bytes, m.body_purged_at FROM outbox_message m"
                + " WHERE m.state = ?1 AND m.id > ?2"
                + which
                + " ORDER BY m.id LIMIT "
                + most
                + " FOR UPDATE SKIP LOCKED")
        .setParameter(1, state.name())
        .setParameter(2, afterId)
        .getResultList();
  }

  private Set<Long> old(List<?> window, Instant before) {
    String ids =
        window.stream().map(row -> column(row, 0).toString()).collect(Collectors.joining(","));
    List<?> old =
        entities
            .createNativeQuery(
                "SELECT m.id FROM outbox_message m WHERE m.state = ?1 AND m.id IN ("
                    + ids
                    + ")"
                    + OLD)
            .setParameter(1, state.name())
            .setParameter(2, utc(before))
            .getResultList();
    Set<Long> found = new HashSet<>();
    old.forEach(id -> found.add(number(id)));
    return found;
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

  private static String ids(Set<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Runs a statement in which {@code ?1}, if it is there, is when the run began. */
  void run(String sql) {
    Query query = entities.createNativeQuery(sql);
    if (sql.contains("?1")) {
      query.setParameter(1, utc(now));
    }
    query.executeUpdate();
  }
}
