package org.mailroom.installation;

import org.mailroom.failure.Conflict;

/** The node is at home, and mail moves. */
public class NothingToConfirm extends Conflict {
  private static final long serialVersionUID = 1L;

  NothingToConfirm() {
    super("This node is at home with its database; there is nothing to confirm.");
  }
}
