package org.mailroom.outbox;

import org.mailroom.failure.NotFound;

/** There is no such outgoing message. */
public class MessageNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public MessageNotFound(OutboxMessageId id) {
    super("There is no outgoing message %s.".formatted(id));
  }
}
