package org.mailroom.bounce.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How characters that are not plain are written in the addresses of a report. */
final class Xtext {
  private static final Pattern HEX = Pattern.compile("\\+([0-9A-F]{2})");
  private static final Pattern UNICODE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");

  private Xtext() {}

  /** RFC 3461 4: a plus and two digits; RFC 6533 3: the number of a letter in braces. */
  static String decoded(String text) {
    return unicode(replaced(HEX, text));
  }

  static String unicode(String text) {
    return replaced(UNICODE, text);
  }

  private static String replaced(Pattern coded, String text) {
    return coded.matcher(text).replaceAll(found -> character(Integer.parseInt(found.group(1), 16)));
  }

  private static String character(int code) {
    return Character.isValidCodePoint(code)
        ? Matcher.quoteReplacement(Character.toString(code))
        : "";
  }
}
