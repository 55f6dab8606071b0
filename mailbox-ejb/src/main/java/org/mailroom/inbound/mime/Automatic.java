package org.mailroom.inbound.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells mail that a machine sent by itself: answering it, or opening a request for it, would let
 * two machines talk for ever (RFC 3834).
 */
final class Automatic {
  private static final Set<String> PRECEDENCE = Set.of("bulk", "list", "junk", "auto_reply");

  private Automatic() {}

  static Optional<String> reason(MimeEntity mail) {
    Headers headers = mail.headers();
    if (headers.has("X-Mailroom-Loop")) {
      return Optional.of("It is mail of our own that came back (X-Mailroom-Loop).");
    }
    if (mail.kind().is("multipart/report")) {
      return Optional.of("It is a report about another mail (multipart/report).");
    }
    if (headers.first("Return-Path").equals("<>")) {
      return Optional.of("It has no return path, as bounces have none.");
    }
    return listOrRobot(headers);
  }

  private static Optional<String> listOrRobot(Headers headers) {
    String submitted = word(headers, "Auto-Submitted");
    if (!submitted.isEmpty() && !submitted.equals("no")) {
      return Optional.of("It was sent automatically (Auto-Submitted: %s).".formatted(submitted));
    }
    String precedence = word(headers, "Precedence");
    if (PRECEDENCE.contains(precedence)) {
      return Optional.of("It is mass or automatic mail (Precedence: %s).".formatted(precedence));
    }
    if (headers.has("List-Id")) {
      return Optional.of("It came through a mailing list (List-Id).");
    }
    return headers.has("X-Autoreply")
        ? Optional.of("It is an automatic reply (X-Autoreply).")
        : Optional.empty();
  }

  /** The value without parameters and comments. */
  private static String word(Headers headers, String name) {
    return CleanText.oneLine(headers.first(name).split("[;( ]", 2)[0].toLowerCase(Locale.ROOT), 40);
  }
}
