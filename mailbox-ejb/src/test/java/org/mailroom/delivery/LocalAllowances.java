package org.mailroom.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailroom.delivery.model.Allowance;
import org.mailroom.outbox.Lane;

/** The allowances of a single node, in memory. */
final class LocalAllowances extends Allowances {
  private final Map<Lane, Allowance> kept = new ConcurrentHashMap<>();

  LocalAllowances(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized int take(Lane lane, int wanted, int aMinute) {
    return kept.computeIfAbsent(lane, l -> new Allowance(l.toString(), clock.instant()))
        .take(wanted, aMinute, clock.instant());
  }

  @Override
  public synchronized void giveBack(Lane lane, int unused) {
    kept.get(lane).giveBack(unused);
  }
}
