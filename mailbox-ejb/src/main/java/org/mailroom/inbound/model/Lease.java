package org.mailroom.inbound.model;

import org.mailroom.mailbox.MailboxId;

/**
 * The right to read one mailbox.
 *
 * @param token rises with each lease of the mailbox, so that a reader that slept through the end of
 *     its lease is known by its old one
 */
public record Lease(MailboxId mailbox, long token) {}
