package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that stands within the words between {@code begin 644 name} and {@code end}. */
final class Uuencoded {
  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4}(?: (.{1,250}))?");
  private static final int MAX_LINE = 300;

  private Uuencoded() {}

  /** Empty if nothing that is so encoded follows the line. */
  static Optional<InlineFile> at(Slice body, int begin) {
    Matcher first = BEGIN.matcher(body.head(begin, MAX_LINE).stripTrailing());
    if (!first.matches()) {
      return Optional.empty();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = body.nextLine(begin);
    while (at < body.to() && line(body.head(at, MAX_LINE), content)) {
      at = body.nextLine(at);
    }
    boolean ended = body.head(at, MAX_LINE).strip().equals("end");
    String name = Optional.ofNullable(first.group(1)).orElse("");
    // without a name it might be words
    if (content.size() == 0 || (name.isEmpty() && !ended)) {
      return Optional.empty();
    }
    int end = ended ? body.nextLine(at) : at;
    return Optional.of(new InlineFile(name, content.toByteArray(), begin, end));
  }

  /** False if the line is none of the code. */
  private static boolean line(String line, ByteArrayOutputStream content) {
    int length = line.isEmpty() ? -1 : value(line, 0);
    int needed = 1 + (length + 2) / 3 * 4;
    // spaces at the end of a line get lost on the way, and some programs add a character
    boolean code =
        length >= 0
            && !line.stripTrailing().equals("end")
            && line.length() <= needed + 2
            && line.chars().allMatch(c -> c >= ' ' && c <= '`');
    for (int at = 1, left = code ? length : 0; left > 0; at += 4, left -= 3) {
      triple(line, at, left, content);
    }
    return code;
  }

  private static void triple(String line, int at, int left, ByteArrayOutputStream content) {
    int bits = 0;
    for (int i = 0; i < 4; i++) {
      bits = bits << 6 | value(line, at + i);
    }
    for (int i = 0; i < Math.min(3, left); i++) {
      content.write(bits >> (16 - 8 * i));
    }
  }

  private static int value(String line, int at) {
    return at < line.length() ? (line.charAt(at) - ' ') & 63 : 0;
  }
}
