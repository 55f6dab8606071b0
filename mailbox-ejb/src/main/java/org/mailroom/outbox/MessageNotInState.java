package org.mailroom.outbox;

import org.mailroom.failure.Conflict;

/** The message has gone too far, or not far enough, for what was asked. */
public class MessageNotInState extends Conflict {
  private static final long serialVersionUID = 1L;

  public MessageNotInState(OutboxMessageId id, MessageState state, String wanted) {
    super("Outgoing message %s is %s: it cannot be %s.".formatted(id, state, wanted));
  }
}
