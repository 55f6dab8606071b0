package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** The operator does not want settings to be looked up. */
public class AutoconfigurationOff extends Conflict {
  private static final long serialVersionUID = 1L;

  public AutoconfigurationOff() {
    super(
        "Finding settings is switched off on this installation (MAILROOM_AUTOCONFIG). Enter them by hand, or choose a provider.");
  }
}
