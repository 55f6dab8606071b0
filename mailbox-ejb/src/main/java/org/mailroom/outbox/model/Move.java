package org.mailroom.outbox.model;

import static org.mailroom.outbox.MessageState.FAILED;
import static org.mailroom.outbox.MessageState.HELD;
import static org.mailroom.outbox.MessageState.PARTLY_SENT;
import static org.mailroom.outbox.MessageState.QUEUED;
import static org.mailroom.outbox.MessageState.SUPPRESSED;
import static org.mailroom.outbox.MessageState.UNCERTAIN;

import java.util.EnumSet;
import java.util.Set;
import org.mailroom.outbox.MessageNotInState;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;

/** What a person may do to a message, and in which states. */
enum Move {
  HOLD("held"),
  RELEASE("released"),
  CANCEL("cancelled"),
  RETRY("retried"),
  REROUTE("re-routed");

  private final String done;

  Move(String done) {
    this.done = done;
  }

  private Set<MessageState> from() {
    return switch (this) {
      case HOLD -> EnumSet.of(QUEUED, UNCERTAIN);
      case RELEASE -> EnumSet.of(HELD);
      case CANCEL -> EnumSet.of(QUEUED, UNCERTAIN, HELD);
      case RETRY -> EnumSet.of(QUEUED, UNCERTAIN, FAILED, PARTLY_SENT, SUPPRESSED);
      case REROUTE -> EnumSet.of(QUEUED, UNCERTAIN, HELD, FAILED, PARTLY_SENT);
    };
  }

  void require(OutboxMessageId id, MessageState state) {
    if (!from().contains(state)) {
      throw new MessageNotInState(id, state, done);
    }
  }
}
