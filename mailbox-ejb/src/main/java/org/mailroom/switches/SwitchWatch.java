package org.mailroom.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.environment.Environment;
import org.mailroom.switches.jpa.SwitchStore;
import org.mailroom.switches.model.OperatorSwitches;

/**
 * What the switches say now, known to be true no longer than a second ago: ask before each message.
 * Costs a query a second, in the caller's transaction if there is one. Thread-safe.
 */
@ApplicationScoped
public class SwitchWatch {
  private static final Duration FRESH = Duration.ofSeconds(1);

  @Inject SwitchStore store;
  @Inject Environment environment;
  @Inject Clock clock;

  private volatile Look last;

  private record Look(Instant at, Switched seen) {
    // a clock that was set back ends it too
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  public Switched now() {
    Instant now = clock.instant();
    Look known = last;
    return known != null && known.isFresh(now) ? known.seen() : look(now);
  }

  // the time is from before the query: what is committed after it may not be seen
  private Switched look(Instant now) {
    Switched seen = OperatorSwitches.of(environment).over(store.switched());
    last = new Look(now, seen);
    return seen;
  }

  void turned(@Observes(during = TransactionPhase.AFTER_SUCCESS) SwitchesTurned event) {
    last = null;
  }
}
