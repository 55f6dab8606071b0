package org.mailroom.watch;

import java.time.Instant;
import org.mailroom.mailbox.MailboxId;

/**
 * What a bulk run did with one mailbox.
 *
 * @param name the mailbox had when the run began
 * @param reason what came of it, in words; why it failed
 */
public record BulkItemView(
    MailboxId mailbox, String name, BulkState state, String reason, Instant endedAt) {}
