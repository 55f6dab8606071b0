package org.mailroom.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.mailroom.access.Allowed;
import org.mailroom.delivery.jpa.AllowanceStore;
import org.mailroom.outbox.Lane;

/**
 * How many messages a minute a lane may send, kept by all nodes together. Each call is a short
 * transaction of its own. Stateless and thread-safe; never for console or REST.
 */
@Stateless
@Allowed
public class Allowances {
  @Inject AllowanceStore store;
  @Inject Clock clock;

  /**
   * Takes the right to send so many messages now.
   *
   * @param aMinute how many the lane may send a minute
   * @return how many may be sent; 0 to wait
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int take(Lane lane, int wanted, int aMinute) {
    Instant now = clock.instant();
    return store.locked(lane).orElseGet(() -> store.add(lane, now)).take(wanted, aMinute, now);
  }

  /** Gives back what was not used. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void giveBack(Lane lane, int unused) {
    store.locked(lane).ifPresent(allowance -> allowance.giveBack(unused));
  }
}
