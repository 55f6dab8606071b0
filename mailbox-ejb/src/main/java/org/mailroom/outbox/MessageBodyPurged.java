package org.mailroom.outbox;

import org.mailroom.failure.NotFound;

/** The content of a message is gone by the purge policy; it cannot be read or sent any more. */
public class MessageBodyPurged extends NotFound {
  private static final long serialVersionUID = 1L;

  public MessageBodyPurged(OutboxMessageId id) {
    super(
        "The content of outgoing message %s was purged by its age: it cannot be read or sent again."
            .formatted(id));
  }
}
