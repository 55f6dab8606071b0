package org.mailroom.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.delivery.model.Allowance;
import org.mailroom.environment.NodeId;
import org.mailroom.outbox.Lane;

/** The allowances of a single node, in memory. */
final class LocalAllowances extends Allowances {
  private final Map<Lane, Allowance> kept = new ConcurrentHashMap<>();

  LocalAllowances(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Grant take(Lane lane, int wanted, int aMinute) {
    Allowance allowance = kept.computeIfAbsent(lane, l -> new Allowance(l.toString()));
    int messages = allowance.take(wanted, aMinute, clock.instant());
    return new Grant(messages, allowance.next(aMinute, clock.instant()));
  }

  @Override
  public int connections(Lane lane, NodeId node, int wanted, int most) {
    return Math.min(wanted, most);
  }

  @Override
  public synchronized void giveBack(Lane lane, int unused) {
    kept.get(lane).giveBack(unused);
  }
}
