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
  HOLD("held", EnumSet.of(QUEUED, UNCERTAIN)),
  RELEASE("released", EnumSet.of(HELD)),
  CANCEL("cancelled", EnumSet.of(QUEUED, UNCERTAIN, HELD)),
  RETRY("retried", EnumSet.of(QUEUED, UNCERTAIN, FAILED, PARTLY_SENT, SUPPRESSED)),
  REROUTE("re-routed", EnumSet.of(QUEUED, UNCERTAIN, HELD, FAILED, PARTLY_SENT));

  private final String done;
  private final Set<MessageState> from;

  Move(String done, Set<MessageState> from) {
    this.done = done;
    this.from = from;
  }

  void require(OutboxMessageId id, MessageState state) {
    if (!from.contains(state)) {
      throw new MessageNotInState(id, state, done);
    }
  }
}
