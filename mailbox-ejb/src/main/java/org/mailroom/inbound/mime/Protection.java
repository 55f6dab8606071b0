package org.mailroom.inbound.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Signatures and encryption: said, not checked and not undone. */
final class Protection {
  static final String ENCRYPTED = "The mail is encrypted (%s) and cannot be read here.";
  private static final String SIGNED = "The mail is signed (%s); the signature was not checked.";
  private static final String PGP = "OpenPGP";
  private static final String SMIME = "S/MIME";

  private Protection() {}

  /** By the type of a part; empty if it is neither signed nor encrypted. */
  static Optional<String> of(MimeEntity part) {
    ContentKind kind = part.kind();
    return switch (kind.type()) {
      case "multipart/signed" -> Optional.of(SIGNED.formatted(way(part)));
      case "multipart/encrypted" -> Optional.of(ENCRYPTED.formatted(way(part)));
      case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
          Optional.of((isEnveloped(kind) ? ENCRYPTED : SIGNED).formatted(SMIME));
      default -> Optional.empty();
    };
  }

  private static String way(MimeEntity part) {
    String protocol = part.kind().parameter("protocol").toLowerCase(Locale.ROOT);
    // RFC 1847 asks for the parameter; where it is missing, one of the two parts has it as its type
    Stream<String> told =
        protocol.isEmpty()
            ? part.parts(2).stream().map(child -> child.kind().type())
            : Stream.of(protocol);
    return told.anyMatch(type -> type.contains("pgp")) ? PGP : SMIME;
  }

  static boolean isSignedData(ContentKind kind) {
    return kind.type().endsWith("pkcs7-mime") && !isEnveloped(kind);
  }

  private static boolean isEnveloped(ContentKind kind) {
    String type = kind.parameter("smime-type").toLowerCase(Locale.ROOT);
    return !type.startsWith("signed") && !type.startsWith("certs");
  }

  /** By the marks of OpenPGP within the words. */
  static Optional<String> of(String text) {
    if (text.contains("-----BEGIN PGP MESSAGE-----")) {
      return Optional.of(ENCRYPTED.formatted(PGP));
    }
    return text.contains("-----BEGIN PGP SIGNED MESSAGE-----")
        ? Optional.of(SIGNED.formatted(PGP))
        : Optional.empty();
  }
}
