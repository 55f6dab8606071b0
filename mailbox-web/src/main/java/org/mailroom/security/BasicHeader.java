package org.mailroom.security;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The header {@code Authorization: Basic …} of RFC 7617, always read as UTF-8. */
final class BasicHeader {
  private static final String SCHEME = "Basic ";

  private BasicHeader() {}

  /** Log-in and password; empty if the header is absent, of another scheme or broken. */
  static Optional<UsernamePasswordCredential> credential(String header) {
    return Optional.ofNullable(header)
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(text -> decoded(text.substring(SCHEME.length()).strip()))
        .flatMap(BasicHeader::split);
  }

  private static Optional<String> decoded(String base64) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      return Optional.empty();
    }
  }

  // a log-in holds no colon, a password may
  private static Optional<UsernamePasswordCredential> split(String pair) {
    int colon = pair.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : Optional.of(
            new UsernamePasswordCredential(pair.substring(0, colon), pair.substring(colon + 1)));
  }
}
