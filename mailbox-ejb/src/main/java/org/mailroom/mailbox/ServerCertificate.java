package org.mailroom.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * The certificate that a mail server showed, and what this installation thinks of it.
 *
 * @param subject whom it is for, as an X.500 name
 * @param names the servers that it is good for
 * @param issuer who made it, as an X.500 name
 * @param fingerprint SHA-256 of the certificate, in hexadecimal digits
 * @param nameMatches whether it is good for the server that the mailbox names
 * @param trusted whether its chain ends with somebody this installation trusts
 */
public record ServerCertificate(
    String subject,
    List<String> names,
    String issuer,
    Instant validFrom,
    Instant expires,
    String fingerprint,
    boolean nameMatches,
    boolean trusted) {

  /** Whether it has run out by then. */
  public boolean isExpired(Instant at) {
    return at.isAfter(expires);
  }
}
