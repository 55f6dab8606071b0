package org.mailroom.bounce;

import java.util.List;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.BounceReason;

/**
 * What a mail server reports of one recipient.
 *
 * @param addresses as it was written to and as the last server knew it, the first one first
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty if none was told
 * @param words what the server said, one line
 */
public record ReportedRecipient(
    List<EmailAddress> addresses,
    BounceKind kind,
    BounceReason reason,
    String status,
    String words) {}
