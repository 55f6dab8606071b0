package org.mailroom.outbox.planted;

import java.time.Clock;

/** Breaks a rule: a clock of its own. */
public final class MakesItsClock {
  private MakesItsClock() {}

  static Clock clock() {
    return Clock.systemUTC();
  }
}
