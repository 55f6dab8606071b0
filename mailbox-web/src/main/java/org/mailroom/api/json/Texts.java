package org.mailroom.api.json;

/** Which texts of callers we take. */
public final class Texts {
  private Texts() {}

  // PostgreSQL stores every character but this one
  public static boolean isStorable(String text) {
    return text.indexOf('\0') < 0;
  }

  static String storable(String text) {
    if (isStorable(text)) {
      return text;
    }
    throw new IllegalArgumentException("holds a NUL character");
  }
}
