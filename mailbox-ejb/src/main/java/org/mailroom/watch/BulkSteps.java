package org.mailroom.watch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.watch.jpa.BulkStore;
import org.mailroom.watch.model.BulkItem;
import org.mailroom.watch.model.BulkRun;

/**
 * The steps of bulk runs, each a transaction of its own: take a mailbox, write down what came of
 * it. For the workers; never for console or REST.
 */
@Stateless
@Allowed
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkSteps {
  // a check takes up to a minute
  private static final Duration CLAIM = Duration.ofMinutes(3);
  private static final int MAX_REASON = 1000;

  @Inject BulkStore store;
  @Inject Clock clock;

  /** A mailbox that a worker has taken. */
  record Taken(BulkItem item, BulkAction action) {}

  /** Takes one mailbox of the oldest run; empty if nothing waits. */
  public Optional<Taken> take() {
    return store
        .claim(clock.instant().plus(CLAIM))
        .map(item -> new Taken(item, store.find(item.run()).map(BulkRun::action).orElseThrow()));
  }

  public void settle(Taken taken, BulkState state, String reason) {
    String kept = reason.substring(0, Math.min(MAX_REASON, reason.length()));
    store.settle(taken.item(), state, kept, clock.instant());
  }

  /**
   * Gives back what dead workers held, and ends the runs in which nothing is left to do.
   *
   * @return whether anything waits
   */
  public boolean tidy() {
    Instant now = clock.instant();
    store.giveBackExpired(now);
    boolean waits = false;
    for (BulkRun run : store.running()) {
      if (run.view(store.counts(run.id())).percent() == 100) {
        store.locked(run.id()).ifPresent(it -> it.end(now));
      } else {
        waits = true;
      }
    }
    return waits;
  }
}
