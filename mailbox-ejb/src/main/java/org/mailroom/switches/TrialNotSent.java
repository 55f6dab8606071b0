package org.mailroom.switches;

import org.mailroom.failure.Conflict;
import org.mailroom.mailbox.EmailAddress;

/** A test message would break what the switches say. */
public class TrialNotSent extends Conflict {
  private static final long serialVersionUID = 1L;

  private TrialNotSent(String message) {
    super(message);
  }

  static TrialNotSent mailIsOff() {
    return new TrialNotSent(
        "All mail is off, so no test is sent. An administrator turns it on under System > Mail switches.");
  }

  static TrialNotSent onlyTo(EmailAddress to) {
    return new TrialNotSent(
        "All mail of this system goes to %s: send the test there.".formatted(to));
  }
}
