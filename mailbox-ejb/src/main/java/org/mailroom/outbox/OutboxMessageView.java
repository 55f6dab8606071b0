package org.mailroom.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * One outgoing message as people and programs see it.
 *
 * @param messageId with angle brackets
 * @param reference what it is about, such as a request's number
 * @param mailboxName in words, also where no mailbox but the server's Mail Session is used
 * @param from as shown, name and address
 * @param explanation why it leaves this way
 * @param holdReason why it waits; else null
 * @param lastReply the server's last words; null before the first try
 * @param nextAttempt when it is tried next; null if it is not
 * @param divertedTo where it goes, or went, instead of to its recipients; null for to them
 * @param bodyPurged whether its content is gone, by the purge policy
 * @param limitedUntil until when it is delayed by a limit of its mailbox; null if it is not
 * @param bounced those of its recipients that it came back from
 */
public record OutboxMessageView(
    OutboxMessageId id,
    String messageId,
    String reference,
    String origin,
    Optional<MailboxId> mailbox,
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
    List<BouncedRecipient> bounced) {}
