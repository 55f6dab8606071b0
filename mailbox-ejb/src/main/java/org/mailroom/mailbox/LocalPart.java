package org.mailroom.mailbox;

import java.util.regex.Pattern;

/** What stands before the {@code @} of an address, with and without quotes (RFC 5321 4.1.2). */
final class LocalPart {
  // RFC 5322 atext and what RFC 6531 adds to it
  private static final String LETTERS = "\\w!#$%&'*+/=?^`{|}~[^\\p{ASCII}\\p{C}\\p{Z}]-";
  static final String PLAIN = "[." + LETTERS + "]++";
  static final String QUOTED =
      "\"(?:[^\"\\\\\\p{C}\\p{Zl}\\p{Zp}]|\\\\[^\\p{C}\\p{Zl}\\p{Zp}])++\"";

  private static final Pattern UNQUOTED = Pattern.compile(PLAIN);
  private static final Pattern DOT_ATOM =
      Pattern.compile("[%1$s]++(?:\\.[%1$s]++)*+".formatted(LETTERS));
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private LocalPart() {}

  /** Quoted only if it must be, and what is quoted in one way only. */
  static String shortest(String local) {
    if (!isQuoted(local)) {
      return local;
    }
    String words = ESCAPED.matcher(local.substring(1, local.length() - 1)).replaceAll("$1");
    return UNQUOTED.matcher(words).matches() ? words : quoted(words);
  }

  /** Quoted if RFC 5321 asks for it, as it does for dots that part nothing. */
  static String wire(String local) {
    return isQuoted(local) || DOT_ATOM.matcher(local).matches() ? local : quoted(local);
  }

  private static boolean isQuoted(String local) {
    return local.startsWith("\"");
  }

  private static String quoted(String words) {
    return '"' + words.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }
}
