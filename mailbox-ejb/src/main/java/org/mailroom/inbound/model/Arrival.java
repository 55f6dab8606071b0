package org.mailroom.inbound.model;

import java.util.Optional;

/**
 * A mail that has been fetched and is to be stored.
 *
 * @param raw the whole mail, or what there is of it
 * @param refusal why it goes to quarantine at once; empty if it does not
 * @param untouched whether it is left on the server as it is
 */
public record Arrival(
    Listed listed, MailHeader header, byte[] raw, Optional<String> refusal, boolean untouched) {}
