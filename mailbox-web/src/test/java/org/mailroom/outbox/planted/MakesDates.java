package org.mailroom.outbox.planted;

import java.util.Date;

/** Breaks a rule: the time without a clock, the oldest way. */
public final class MakesDates {
  private MakesDates() {}

  @SuppressWarnings("JavaUtilDate") // that is the point
  static Date now() {
    return new Date();
  }
}
