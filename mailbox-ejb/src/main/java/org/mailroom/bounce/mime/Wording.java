package org.mailroom.bounce.mime;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.bounce.BounceKind;

/** What can be told from the words of a mail server. */
final class Wording {
  private static final int MAX_WORDS = 900;

  // not a part of an address of the network, such as 192.5.1.1
  private static final Pattern ENHANCED =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])[0-5]\\d(?=[ -]|$)");
  private static final Pattern GOES_ON =
      Pattern.compile(
          "delayed|will (be retried|keep trying|continue|retry)|still (being )?(retried|trying)"
              + "|(warning|this is a) (message )?only|has not (yet )?been delivered to one or more"
              + "|do not need to resend|no action is required",
          Pattern.CASE_INSENSITIVE);

  private Wording() {}

  /** The enhanced status code in some words; empty if there is none. */
  static String status(String words) {
    Matcher enhanced = ENHANCED.matcher(words);
    return enhanced.find() ? enhanced.group(1) : "";
  }

  /** Whether the server says that it has not given up. */
  static boolean goesOn(String notice) {
    return GOES_ON.matcher(notice).find();
  }

  /**
   * @param goesOn whether the server still tries
   */
  static BounceKind kind(boolean goesOn, String status, String words) {
    if (goesOn) {
      return BounceKind.DELAYED;
    }
    char first = status.isEmpty() ? reply(words) : status.charAt(0);
    return first == '4' ? BounceKind.EXPIRED : BounceKind.HARD;
  }

  private static char reply(String words) {
    Matcher reply = REPLY.matcher(words);
    if (reply.find()) {
      return reply.group(1).charAt(0);
    }
    // given up without a word of refusal: nobody said that the address is bad
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("timeout") || lower.contains("timed out") || lower.contains("too long")
        ? '4'
        : '5';
  }

  /** One line, white space folded. */
  static String line(String words) {
    String line = words.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS - 1) + "…";
  }
}
