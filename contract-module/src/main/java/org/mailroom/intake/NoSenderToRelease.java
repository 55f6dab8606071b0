package org.mailroom.intake;

import org.mailroom.failure.Conflict;
import org.mailroom.inbound.ReceivedId;

/** Nobody can be let in because of this mail. */
public class NoSenderToRelease extends Conflict {
  private static final long serialVersionUID = 1L;

  NoSenderToRelease(ReceivedId id, String why) {
    super("The sender of received mail %s cannot be released: %s".formatted(id, why));
  }
}
