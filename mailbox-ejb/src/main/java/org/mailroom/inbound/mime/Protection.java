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
      // some servers take the multipart around it for a mixed one; a file says no version
      case "application/pgp-encrypted" ->
          Optional.of(ENCRYPTED.formatted(PGP)).filter(it -> part.text().startsWith("Version:"));
      default -> isSmime(kind) ? Optional.of(smime(part)) : Optional.empty();
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

  static boolean isSignedData(MimeEntity part) {
    return isSmime(part.kind()) && !isEnveloped(part);
  }

  /** Gateways know the type no more, but the name (RFC 8551 3.9); other names are of documents. */
  private static boolean isSmime(ContentKind kind) {
    String name = kind.shownName().toLowerCase(Locale.ROOT);
    return kind.type().endsWith("pkcs7-mime")
        ? name.isEmpty() || name.startsWith("smime") || !stated(kind).isEmpty()
        : name.equals("smime.p7m") && kind.is("application/octet-stream");
  }

  private static String smime(MimeEntity part) {
    return (isEnveloped(part) ? ENCRYPTED : SIGNED).formatted(SMIME);
  }

  private static boolean isEnveloped(MimeEntity part) {
    String type = stated(part.kind());
    return type.isEmpty()
        ? !SignedContent.is(part.content())
        : !type.startsWith("signed") && !type.startsWith("certs");
  }

  private static String stated(ContentKind kind) {
    return kind.parameter("smime-type").toLowerCase(Locale.ROOT);
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
