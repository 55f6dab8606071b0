package org.mailroom.outbox.model;

/** Text from outside, made fit for a column and a line. */
public final class Words {
  private Words() {}

  /** One line of at most so many characters; line breaks and control characters become spaces. */
  public static String oneLine(String text, int most) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}
