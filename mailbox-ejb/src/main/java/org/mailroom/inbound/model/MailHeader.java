package org.mailroom.inbound.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger keeps of a mail besides its bytes.
 *
 * @param messageId with angle brackets; empty if it has none
 * @param thread the mails that it answers, nearest first, with angle brackets
 * @param sender the address in From, else what stands there; may be empty
 * @param arrivedAt as the last server wrote down, else as the sender did
 * @param fingerprint a digest of who, when, about what and the body: the same for the same mail
 *     however it came
 */
public record MailHeader(
    String messageId,
    List<String> thread,
    String sender,
    String subject,
    Optional<Instant> arrivedAt,
    String fingerprint) {}
