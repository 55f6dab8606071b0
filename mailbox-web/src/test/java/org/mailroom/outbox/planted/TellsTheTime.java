package org.mailroom.outbox.planted;

import java.time.Instant;

/** Breaks a rule: the time without a clock. */
public final class TellsTheTime {
  private TellsTheTime() {}

  static Instant now() {
    return Instant.now();
  }
}
