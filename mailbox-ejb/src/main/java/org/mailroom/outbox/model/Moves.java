package org.mailroom.outbox.model;

import static org.mailroom.outbox.MessageState.BOUNCED;
import static org.mailroom.outbox.MessageState.FAILED;
import static org.mailroom.outbox.MessageState.HELD;
import static org.mailroom.outbox.MessageState.PARTLY_SENT;
import static org.mailroom.outbox.MessageState.QUEUED;
import static org.mailroom.outbox.MessageState.SUPPRESSED;
import static org.mailroom.outbox.MessageState.UNCERTAIN;

import java.util.EnumSet;
import java.util.Set;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.MessageNotInState;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;

/** In which states a person may do what to a message. */
final class Moves {
  private Moves() {}

  private static Set<MessageState> from(MessageAction action) {
    return switch (action) {
      case HOLD -> EnumSet.of(QUEUED, UNCERTAIN);
      case RELEASE -> EnumSet.of(HELD);
      case CANCEL -> EnumSet.of(QUEUED, UNCERTAIN, HELD);
      case RETRY -> EnumSet.of(QUEUED, UNCERTAIN, FAILED, BOUNCED, PARTLY_SENT, SUPPRESSED);
      case REROUTE -> EnumSet.of(QUEUED, UNCERTAIN, HELD, FAILED, BOUNCED, PARTLY_SENT);
    };
  }

  static void require(MessageAction action, OutboxMessageId id, MessageState state) {
    if (!from(action).contains(state)) {
      throw new MessageNotInState(id, state, action);
    }
  }
}
