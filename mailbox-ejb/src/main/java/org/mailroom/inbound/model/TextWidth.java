package org.mailroom.inbound.model;

/** Fits texts of strangers into bounds. */
public final class TextWidth {
  private TextWidth() {}

  /** Shortens a text, never between the halves of a character. */
  public static String fit(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
