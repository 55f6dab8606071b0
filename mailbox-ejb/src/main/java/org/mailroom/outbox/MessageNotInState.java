package org.mailroom.outbox;

import org.mailroom.failure.Conflict;

/** The message has gone too far, or not far enough, for what was asked. */
public class MessageNotInState extends Conflict {
  private static final long serialVersionUID = 1L;

  private final MessageState state;

  public MessageNotInState(OutboxMessageId id, MessageState state, MessageAction wanted) {
    super("Outgoing message %s is %s: it cannot be %s.".formatted(id, state, wanted.done()));
    this.state = state;
  }

  /** The one it is in. */
  public MessageState state() {
    return state;
  }
}
