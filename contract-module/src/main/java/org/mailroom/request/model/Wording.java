package org.mailroom.request.model;

import java.util.regex.Pattern;

/** Makes text from outside fit to be kept and shown. */
public final class Wording {
  private static final Pattern BREAKS = Pattern.compile("\\s+");

  // half a surrogate pair is no character, and PostgreSQL keeps neither it nor NUL
  private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private Wording() {}

  public static String text(String text) {
    return text == null ? "" : UNKEEPABLE.matcher(text).replaceAll("");
  }

  public static String line(String text) {
    return BREAKS.matcher(text(text)).replaceAll(" ").strip();
  }

  /** One line of at most so many characters; what is cut off shows as an ellipsis. */
  public static String line(String text, int max) {
    String line = line(text);
    return line.length() <= max ? line : text(line.substring(0, max - 1)) + "…";
  }
}
