package org.mailroom.purge;

import org.mailroom.failure.Conflict;

/** A purge cannot begin or end now. */
public class NoPurge extends Conflict {
  private static final long serialVersionUID = 1L;

  private NoPurge(String message) {
    super(message);
  }

  static NoPurge isRunning() {
    return new NoPurge("A purge is running. Wait until it has ended, or stop it.");
  }

  static NoPurge noneIsRunning() {
    return new NoPurge("No purge is running; there is nothing to stop.");
  }

  static NoPurge noPolicy() {
    return new NoPurge(
        "The policy keeps everything. Say after how many days what goes, then purge.");
  }
}
