package org.mailroom.outbox.planted;

/** Breaks a rule: the time without a clock, as a number. */
public final class ReadsMillis {
  private ReadsMillis() {}

  static long now() {
    return System.currentTimeMillis();
  }
}
