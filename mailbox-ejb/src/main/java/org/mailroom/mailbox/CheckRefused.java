package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** Too many connection checks: each of them makes this server knock at somebody's door. */
public class CheckRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  public CheckRefused() {
    super(
        "There were too many connection checks in the last minute. Wait a moment, then repeat it.");
  }
}
