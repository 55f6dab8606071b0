package org.mailroom.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as its owner sees it; never the token.
 *
 * @param owner the log-in of the person it acts for
 * @param beginning the first characters, to recognise it by
 * @param scope what it was made for
 * @param lastUsed to the hour; empty if it never was
 */
public record TokenView(
    long id,
    String owner,
    String beginning,
    TokenDraft scope,
    Instant madeAt,
    Instant expiresAt,
    Optional<Instant> lastUsed) {
  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
