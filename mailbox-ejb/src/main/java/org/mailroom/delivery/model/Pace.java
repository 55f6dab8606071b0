package org.mailroom.delivery.model;

import java.time.Duration;
import java.time.Instant;

/** Says when something that is done every so often is due again. Not thread-safe. */
public final class Pace {
  private final Duration interval;
  private Instant last;

  public Pace(Duration interval) {
    this.interval = interval;
  }

  /** Whether it is due; asking counts as doing. A clock that was set back makes it due. */
  public boolean due(Instant now) {
    if (last != null && !now.isBefore(last) && now.isBefore(last.plus(interval))) {
      return false;
    }
    last = now;
    return true;
  }
}
