package org.mailroom.mailbox.model;

import java.time.Instant;
import org.mailroom.vault.Secret;

/**
 * What an authorisation server has granted.
 *
 * @param refresh null to go on with the one there was
 * @param refreshExpires null if it did not tell
 * @param account who consented, as it named them; null if it did not
 */
public record Granted(
    Secret access, Instant expires, Secret refresh, Instant refreshExpires, String account) {}
