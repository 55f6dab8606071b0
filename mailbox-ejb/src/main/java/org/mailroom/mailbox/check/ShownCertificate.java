package org.mailroom.mailbox.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.ServerCertificate;

/** Reads what people want to know out of a certificate. */
final class ShownCertificate {
  // RFC 5280 4.2.1.6: dNSName and iPAddress
  private static final Set<Object> SERVER_NAMES = Set.of(2, 7);
  private static final int MAX_NAMES = 50;

  private ShownCertificate() {}

  static ServerCertificate of(Certificates.Verdict verdict) {
    X509Certificate certificate = verdict.certificate();
    return new ServerCertificate(
        Words.of(certificate.getSubjectX500Principal().getName()),
        names(certificate),
        Words.of(certificate.getIssuerX500Principal().getName()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        fingerprint(certificate),
        verdict.nameMatches(),
        verdict.trusted());
  }

  /** The names it says it is for; an old certificate only has its subject. */
  private static List<String> names(X509Certificate certificate) {
    List<String> names =
        alternatives(certificate).stream()
            .filter(entry -> SERVER_NAMES.contains(entry.get(0)))
            .map(entry -> Words.of(entry.get(1).toString()))
            .limit(MAX_NAMES)
            .toList();
    return names.isEmpty()
        ? List.of(Words.of(certificate.getSubjectX500Principal().getName()))
        : names;
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
