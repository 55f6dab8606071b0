package org.mailroom.mailbox;

import java.time.Instant;

/**
 * What is said of a mailbox where it is only mentioned.
 *
 * @param limitedUntil until when its mail waits for a limit; null while it does not
 */
public record MailboxBrief(MailboxId id, String name, Instant limitedUntil) {}
