package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** A mailbox points at a private address that the operator has not allowed. */
public class ForbiddenTarget extends Conflict {
  private static final long serialVersionUID = 1L;

  public ForbiddenTarget(String server) {
    super(
        "%s is a loopback, link-local or private address, and this installation does not allow it. Ask the operator to add it to MAILROOM_ALLOWED_HOSTS."
            .formatted(server));
  }
}
