package org.mailroom.request;

import org.mailroom.inbound.ReceivedId;

/**
 * The mail that something came with.
 *
 * @param received its row in the ledger, which has the mail as it came
 * @param html its HTML, sanitised: images of its own as {@code cid:}, those from elsewhere with the
 *     address in {@code data-remote-src}; empty if it has none
 */
public record OriginalMail(ReceivedId received, String html) {}
