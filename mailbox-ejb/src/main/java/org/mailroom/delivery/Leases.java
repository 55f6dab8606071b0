package org.mailroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.environment.NodeId;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Lease;

/**
 * The leases of this node's workers. They are short, so that another node soon takes over what a
 * dead one held, and renewed for as long as their worker lives, as SMTP may take longer.
 */
final class Leases {
  private static final Duration TIME = Duration.ofMinutes(2);

  private final OutboxQueue queue;
  private final NodeId node;
  private final Clock clock;
  private final Map<String, Until> untilByToken = new ConcurrentHashMap<>();
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  // by two clocks: one may be set back, the other may have stood still while the machine slept
  private record Until(Instant instant, long nanos) {
    static Until of(Lease lease) {
      return new Until(lease.until(), System.nanoTime() + TIME.toNanos());
    }

    boolean isAfter(Instant now) {
      return now.isBefore(instant) && System.nanoTime() - nanos < 0;
    }
  }

  Leases(OutboxQueue queue, NodeId node, Clock clock) {
    this.queue = queue;
    this.node = node;
    this.clock = clock;
  }

  Lease open() {
    Lease lease = lease(UUID.randomUUID().toString());
    untilByToken.put(lease.token(), Until.of(lease));
    return lease;
  }

  private Lease lease(String token) {
    return new Lease(node.value(), token, clock.instant().plus(TIME));
  }

  /** Whether it has not run out; after a long sleep of the machine it has. */
  boolean holds(Lease lease) {
    Until until = untilByToken.get(lease.token());
    return until != null && until.isAfter(clock.instant());
  }

  void close(Lease lease) {
    untilByToken.remove(lease.token());
  }

  /** Gives back what is left under it, now or when the database can be reached again. */
  void giveBack(Lease lease) {
    try {
      queue.giveBack(lease.token());
      close(lease);
    } catch (RuntimeException e) {
      leave(lease);
      throw e;
    }
  }

  /** What may be left under it is given back when the next ones are renewed. */
  void leave(Lease lease) {
    left.add(lease.token());
    close(lease);
  }

  void renew() {
    untilByToken.keySet().forEach(this::renew);
    left.forEach(this::giveBackLeft);
  }

  private void giveBackLeft(String token) {
    queue.giveBack(token);
    left.remove(token);
  }

  private void renew(String token) {
    Lease longer = lease(token);
    queue.extend(longer);
    untilByToken.computeIfPresent(token, (t, until) -> Until.of(longer));
  }
}
