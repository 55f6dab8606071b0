package org.mailroom.watch;

import java.time.Duration;
import java.util.Map;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.outbox.MessageState;

/**
 * How Mailroom is doing at one moment. What is not in a map is zero.
 *
 * @param waiting outgoing messages that are not settled
 * @param oldestQueued since when the oldest queued message is there; zero if none is
 * @param settled how many tries of this node ended in a state since it started
 * @param received mail in the inbound ledger
 */
public record MailNumbersView(
    Map<Kind, Long> mailboxes,
    Map<MessageState, Long> waiting,
    Duration oldestQueued,
    Map<MessageState, Long> settled,
    Map<ReceivedState, Long> received) {
  public MailNumbersView {
    mailboxes = Map.copyOf(mailboxes);
    waiting = Map.copyOf(waiting);
    settled = Map.copyOf(settled);
    received = Map.copyOf(received);
  }

  /** A mailbox as it is counted. */
  public record Kind(MailboxType type, MailboxStatus status) {}
}
