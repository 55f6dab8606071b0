package org.mailroom.inbound.mime;

import java.util.regex.Pattern;

/**
 * Text made fit to be stored and shown: PostgreSQL takes no NUL, and nobody wants control codes.
 */
final class CleanText {
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

  private CleanText() {}

  static String oneLine(String text, int max) {
    return cut(WHITE.matcher(text).replaceAll(" ").strip(), max);
  }

  static String lines(String text) {
    String lines = LINE_END.matcher(text).replaceAll("\n");
    return CONTROL_BUT_LINES.matcher(lines).replaceAll("").strip();
  }

  /** Shortens a text, never between the halves of a character. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
