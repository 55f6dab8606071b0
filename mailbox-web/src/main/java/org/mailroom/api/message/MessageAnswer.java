package org.mailroom.api.message;

import java.time.Instant;
import java.util.List;
import org.mailroom.api.reference.Reference;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.BouncedRecipient;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageView;

/**
 * An outgoing message in JSON.
 *
 * @param request the number of the request it is about, or null if it is about none
 * @param divertedTo where it goes, or went, instead of to its recipients; null for to them
 * @param bodyPurged whether its content is gone by its age
 * @param limitedUntil until when it is delayed by a limit of its mailbox; null if it is not
 * @param bounced those of its recipients that it came back from, each with its reason
 * @param mailbox the id, or null if it leaves by the server's Mail Session or has no way yet
 */
public record MessageAnswer(
    long id,
    String messageId,
    Long request,
    String origin,
    Long mailbox,
    String mailboxName,
    String from,
    List<String> to,
    String subject,
    MessageState state,
    String explanation,
    String holdReason,
    int attempts,
    String lastReply,
    Instant createdAt,
    Instant nextAttempt,
    Instant sentAt,
    long size,
    String divertedTo,
    boolean bodyPurged,
    Instant limitedUntil,
    List<BouncedRecipient> bounced) {

  public static MessageAnswer of(OutboxMessageView message) {
    return new MessageAnswer(
        message.id().value(),
        message.messageId(),
        Reference.toName(message.reference()).id().orElse(null),
        message.origin(),
        message.mailbox().map(MailboxId::value).orElse(null),
        message.mailboxName(),
        message.from(),
        message.to(),
        message.subject(),
        message.state(),
        message.explanation(),
        message.holdReason(),
        message.attempts(),
        message.lastReply(),
        message.createdAt(),
        message.nextAttempt(),
        message.sentAt(),
        message.size(),
        message.divertedTo(),
        message.bodyPurged(),
        message.limitedUntil(),
        message.bounced());
  }
}
