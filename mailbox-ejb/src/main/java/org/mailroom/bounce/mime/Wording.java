package org.mailroom.bounce.mime;

import java.util.regex.Pattern;

/** What can be told from the words of a mail server. */
final class Wording {
  private static final int MAX_WORDS = 900;

  private static final Pattern GOES_ON =
      Pattern.compile(
          "delayed|been postponed|will (be retried|keep trying|continue|retry|try again)"
              + "|still (being )?(retried|trying)|delivery attempts will be made"
              + "|(warning|this is a) (message )?only|has not yet been (delivered|collected)"
              + "|has not been (delivered|collected) yet"
              + "|not yet been delivered|could not be delivered (yet|so far)"
              + "|do not need to resend|no action is required"
              + "|transient non-fatal errors|temporary (problem|failure).{0,80}(retr|try again)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "giv(en|ing) up|(this is a |had )?permanent (error|fatal|failure|delivery)|no"
              + " (further|more) (delivery )?attempts|(will|could) not be (retried|delivered"
              + " after)|final attempt|failed permanently",
          Pattern.CASE_INSENSITIVE);

  // not "a permanent error", which qmail and Exim say of whatever they give up
  private static final Pattern FOR_GOOD =
      Pattern.compile(
          "permanent (fatal|delivery) (error|failure)|(failed|failing) permanently",
          Pattern.CASE_INSENSITIVE);

  private Wording() {}

  /** Whether the server says that it has not given up. */
  static boolean goesOn(String notice) {
    return GOES_ON.matcher(notice).find() && !GIVEN_UP.matcher(notice).find();
  }

  /** Whether the server calls it permanent. */
  static boolean isForGood(String notice) {
    return FOR_GOOD.matcher(notice).find();
  }

  /** One line, white space folded, without what closes the address before the words. */
  static String line(String words) {
    String line =
        words
            .replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ")
            .replaceFirst("^[ >)\\]:;,]+", "")
            .strip();
    return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS - 1) + "…";
  }
}
