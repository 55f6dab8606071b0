package org.mailroom.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.access.Allowed;
import org.mailroom.delivery.jpa.AllowanceStore;
import org.mailroom.delivery.model.Allowance;
import org.mailroom.delivery.model.Share;
import org.mailroom.environment.NodeId;
import org.mailroom.outbox.Lane;

/**
 * How many messages a minute a lane may send and how many connections it may have, kept by all
 * nodes together. Each call is a short transaction of its own. Stateless and thread-safe; never for
 * console or REST.
 */
@Stateless
@Allowed
public class Allowances {
  @Inject AllowanceStore store;
  @Inject Clock clock;

  /**
   * What may be sent.
   *
   * @param messages how many now; 0 to wait
   * @param next when there is more; now if there is
   */
  public record Grant(int messages, Instant next) {}

  /**
   * Takes the right to send so many messages now.
   *
   * @param aMinute how many the lane may send a minute
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Grant take(Lane lane, int wanted, int aMinute) {
    Instant now = clock.instant();
    Allowance allowance = locked(lane);
    return new Grant(allowance.take(wanted, aMinute, now), allowance.next(aMinute, now));
  }

  private Allowance locked(Lane lane) {
    return store.locked(lane).orElseGet(() -> store.add(lane));
  }

  /** Gives back what was not used. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void giveBack(Lane lane, int unused) {
    store.locked(lane).ifPresent(allowance -> allowance.giveBack(unused));
  }

  /**
   * Takes a node's share of a lane's connections, or keeps it. It ends two minutes after the node
   * has asked last.
   *
   * @param most how many the lane may have
   * @return how many the node may have; 0 to wait
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int connections(Lane lane, NodeId node, int wanted, int most) {
    Instant now = clock.instant();
    locked(lane); // one node at a time
    List<Share> others = new ArrayList<>(store.shares(lane));
    Share own =
        others.stream()
            .filter(share -> share.node().equals(node.value()))
            .findFirst()
            .orElseGet(() -> added(new Share(lane.toString(), node.value(), now)));
    others.remove(own);
    others.stream().filter(share -> share.isOver(now)).forEach(store::remove);
    return own.take(wanted, most, others, now);
  }

  private Share added(Share share) {
    store.add(share);
    return share;
  }
}
