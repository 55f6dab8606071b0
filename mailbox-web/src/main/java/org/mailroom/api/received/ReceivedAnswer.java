package org.mailroom.api.received;

import java.time.Instant;
import org.mailroom.api.reference.Reference;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;

/**
 * A received mail in JSON.
 *
 * @param reason why it became what it became
 * @param request the number of the request it opened or was added to, or null
 */
public record ReceivedAnswer(
    long id,
    long mailbox,
    String mailboxName,
    Instant receivedAt,
    String from,
    String subject,
    String messageId,
    long size,
    ReceivedState state,
    String reason,
    Long request,
    int attempts) {

  static ReceivedAnswer of(ReceivedView mail) {
    return new ReceivedAnswer(
        mail.id().value(),
        mail.mailbox().value(),
        mail.mailboxName(),
        mail.receivedAt(),
        mail.from(),
        mail.subject(),
        mail.messageId(),
        mail.size(),
        mail.state(),
        mail.reason(),
        mail.reference().map(Reference::toName).flatMap(Reference::id).orElse(null),
        mail.attempts());
  }
}
