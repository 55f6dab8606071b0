package org.mailroom.security;

import java.util.Optional;

/** The header {@code Authorization: Bearer …} of RFC 6750. */
final class BearerHeader {
  private static final String SCHEME = "Bearer ";
  // ours are far shorter; nothing longer is worth a digest
  private static final int MAX_LENGTH = 200;

  private BearerHeader() {}

  /** The token; empty if the header is absent or of another scheme. */
  static Optional<String> token(String header) {
    return Optional.ofNullable(header)
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(text -> text.substring(SCHEME.length()).strip())
        .filter(token -> token.length() <= MAX_LENGTH);
  }
}
