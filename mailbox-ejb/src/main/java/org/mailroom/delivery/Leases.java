package org.mailroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
  private final Map<String, Instant> untilByToken = new ConcurrentHashMap<>();

  Leases(OutboxQueue queue, NodeId node, Clock clock) {
    this.queue = queue;
    this.node = node;
    this.clock = clock;
  }

  Lease open() {
    Lease lease = lease(UUID.randomUUID().toString());
    untilByToken.put(lease.token(), lease.until());
    return lease;
  }

  private Lease lease(String token) {
    return new Lease(node.value(), token, clock.instant().plus(TIME));
  }

  /** Whether it has not run out; after a long sleep of the machine it has. */
  boolean holds(Lease lease) {
    Instant until = untilByToken.getOrDefault(lease.token(), Instant.MIN);
    return clock.instant().isBefore(until);
  }

  void close(Lease lease) {
    untilByToken.remove(lease.token());
  }

  void renew() {
    untilByToken.keySet().forEach(this::renew);
  }

  private void renew(String token) {
    Lease longer = lease(token);
    queue.extend(longer);
    untilByToken.computeIfPresent(token, (t, until) -> longer.until());
  }
}
