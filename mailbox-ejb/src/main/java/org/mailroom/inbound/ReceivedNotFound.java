package org.mailroom.inbound;

import org.mailroom.failure.NotFound;

/** There is no such received mail. */
public class ReceivedNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public ReceivedNotFound(ReceivedId id) {
    super("There is no received mail %s.".formatted(id));
  }
}
