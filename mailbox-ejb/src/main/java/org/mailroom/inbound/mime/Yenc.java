package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file between {@code =ybegin} and {@code =yend}: each byte moved on by 42 (yEnc 1.3). */
final class Yenc {
  private static final Pattern BEGIN =
      Pattern.compile("=ybegin (?=.*\\bsize=\\d).*? name=(.{1,250})");
  private static final int MAX_LINE = 4_000;
  private static final int MOVED = 42;
  private static final int ESCAPED = 64;

  private Yenc() {}

  /** Empty if no such file begins there. */
  static Optional<InlineFile> at(Slice body, int begin) {
    Matcher first = BEGIN.matcher(body.head(begin, MAX_LINE).stripTrailing());
    if (!first.matches()) {
      return Optional.empty();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = body.nextLine(begin);
    while (at < body.to() && !body.startsWith(at, "=yend")) {
      int next = body.nextLine(at);
      if (!body.startsWith(at, "=ypart ")) {
        line(body.part(at, next), content);
      }
      at = next;
    }
    return Optional.of(
        new InlineFile(first.group(1), content.toByteArray(), begin, body.nextLine(at)));
  }

  private static void line(Slice line, ByteArrayOutputStream content) {
    int escape = 0;
    for (int at = line.from(); at < line.to(); at++) {
      byte b = line.bytes()[at];
      if (b == '=' && escape == 0) {
        escape = ESCAPED;
      } else if (b != '\r' && b != '\n') {
        content.write(b - escape - MOVED);
        escape = 0;
      }
    }
  }
}
