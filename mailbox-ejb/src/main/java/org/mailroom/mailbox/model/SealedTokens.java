package org.mailroom.mailbox.model;

import java.time.Instant;

/**
 * Tokens as they are stored.
 *
 * @param refresh null to go on with the one there was
 * @param refreshExpires null if it is not known
 */
public record SealedTokens(
    byte[] access, Instant expires, byte[] refresh, Instant refreshExpires) {}
