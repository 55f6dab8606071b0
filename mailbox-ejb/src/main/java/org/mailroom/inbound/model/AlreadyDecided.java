package org.mailroom.inbound.model;

import org.mailroom.failure.Conflict;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedState;

/**
 * A received mail cannot be run again or decided by a person, because something has come of it or
 * soon will.
 */
public class AlreadyDecided extends Conflict {
  private static final long serialVersionUID = 1L;

  AlreadyDecided(ReceivedId id, ReceivedState state) {
    super(
        "Received mail %s is %s. Only ignored and quarantined mail can be decided anew."
            .formatted(id, state));
  }
}
