package org.mailroom.outbox.model;

import java.util.regex.Pattern;

/** Text from outside, made fit for a column and a line. */
public final class Words {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private Words() {}

  /** One line of at most so many characters; line breaks and control characters become spaces. */
  public static String oneLine(String text, int most) {
    String line = BREAKS.matcher(text).replaceAll(" ").strip();
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}
