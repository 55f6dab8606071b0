package org.mailroom.inbound.mime;

import java.util.regex.Pattern;

/** The line between the parts of a multipart: two hyphens and the boundary (RFC 2046 5.1.1). */
final class Delimiter {
  private static final Pattern LIKELY = Pattern.compile("--+[^\\s-].{0,200}");
  private static final String LAST = "--";
  private static final int MAX_LINE = 1_000;

  private Delimiter() {}

  /** Another boundary may begin with this one, so the whole line counts. */
  static boolean isAt(Slice body, int at, String delimiter) {
    if (!body.startsWith(at, delimiter)) {
      return false;
    }
    String line = body.head(at, MAX_LINE).stripTrailing();
    return line.equals(delimiter) || closes(line, delimiter);
  }

  static boolean closes(Slice body, int at, String delimiter) {
    return closes(body.head(at, MAX_LINE).stripTrailing(), delimiter);
  }

  /** Some programs say more behind the last one. */
  private static boolean closes(String line, String delimiter) {
    return line.equals(delimiter + LAST) || line.startsWith(delimiter + LAST + " ");
  }

  /** Where the line is that closes all, or the end. */
  static int last(Slice body, String delimiter) {
    int at = body.from();
    while (at < body.to() && !(body.startsWith(at, delimiter) && closes(body, at, delimiter))) {
      at = body.nextLine(at);
    }
    return at;
  }

  /** Where the last one is at the very end, if its line end was forgotten, or the end. */
  static int lastWithinLine(Slice body, String delimiter) {
    int end = body.to();
    while (end > body.from() && Character.isWhitespace(body.bytes()[end - 1])) {
      end--;
    }
    int at = end - delimiter.length() - LAST.length();
    return at >= body.from() && body.startsWith(at, delimiter + LAST) ? at : body.to();
  }

  /** What the header does not say, or says wrongly: a line of hyphens and a header behind it. */
  static String guessed(Slice body) {
    int at = body.from();
    while (at < body.to()) {
      int next = body.nextLine(at);
      if (body.startsWith(at, "--") && next < body.to()) {
        String line = body.head(at, MAX_LINE).stripTrailing();
        String following = body.head(next, MAX_LINE);
        if (LIKELY.matcher(line).matches() && following.regionMatches(true, 0, "Content-", 0, 8)) {
          return line;
        }
      }
      at = next;
    }
    return "";
  }
}
