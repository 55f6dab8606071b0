package org.mailroom.inbound.mime;

/** Joins the lines that a program broke to fit a screen (format=flowed, RFC 3676). */
final class Flowed {
  private static final String SIGNATURE = "-- ";

  private final boolean spaceGoes;
  private final StringBuilder text = new StringBuilder();
  private int depth = -1;
  private boolean open;

  private Flowed(boolean spaceGoes) {
    this.spaceGoes = spaceGoes;
  }

  /**
   * @param spaceGoes whether the space that marks a soft break is no part of the text (DelSp)
   */
  static String joined(String text, boolean spaceGoes) {
    Flowed flowed = new Flowed(spaceGoes);
    text.lines().forEach(flowed::line);
    return flowed.text.toString();
  }

  private void line(String line) {
    int quotes = 0;
    while (quotes < line.length() && line.charAt(quotes) == '>') {
      quotes++;
    }
    int stuffed = quotes < line.length() && line.charAt(quotes) == ' ' ? quotes + 1 : quotes;
    words(line.substring(stuffed), quotes);
  }

  private void words(String words, int quotes) {
    boolean signature = words.equals(SIGNATURE);
    if (!open || quotes != depth || signature) {
      begin(quotes);
    }
    open = words.endsWith(" ") && !signature;
    text.append(words, 0, words.length() - (open && spaceGoes ? 1 : 0));
  }

  private void begin(int quotes) {
    if (depth >= 0) {
      text.append('\n');
    }
    depth = quotes;
    text.append(">".repeat(quotes)).append(quotes > 0 ? " " : "");
  }
}
