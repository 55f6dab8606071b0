package org.mailroom.inbound.mime;

import java.util.regex.Pattern;
import org.mailroom.inbound.model.TextWidth;

/**
 * Text made fit to be stored and shown: PostgreSQL takes no NUL, and nobody wants control codes.
 */
final class CleanText {
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern LINE_END = Pattern.compile("\\r++\\n|\\r");

  private CleanText() {}

  static String oneLine(String text, int max) {
    return TextWidth.fit(WHITE.matcher(text).replaceAll(" ").strip(), max);
  }

  static String lines(String text) {
    String lines = LINE_END.matcher(text).replaceAll("\n");
    return CONTROL_BUT_LINES.matcher(lines).replaceAll("").strip();
  }
}
