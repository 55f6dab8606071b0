package org.mailroom.outbox;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;

/**
 * A message of ours that a report is about.
 *
 * @param reference what it is about, such as the number of a request
 * @param recipients those of its recipients that the report names
 */
public record ReturnedMessage(OutboxMessageId id, String reference, List<EmailAddress> recipients) {
  public ReturnedMessage {
    recipients = List.copyOf(recipients);
  }
}
