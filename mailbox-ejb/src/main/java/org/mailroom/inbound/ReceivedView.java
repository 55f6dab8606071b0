package org.mailroom.inbound;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * One row of the inbound ledger.
 *
 * @param reason why it became what it became
 * @param reference the request it belongs to
 */
public record ReceivedView(
    ReceivedId id,
    MailboxId mailbox,
    String mailboxName,
    Instant receivedAt,
    String from,
    String subject,
    String messageId,
    long size,
    ReceivedState state,
    String reason,
    Optional<String> reference,
    int attempts) {}
