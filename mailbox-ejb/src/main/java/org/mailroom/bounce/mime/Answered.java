package org.mailroom.bounce.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to. A report has the answer only, the notice beside it both; what is
 * refused before a recipient is named is not about one (RFC 5321 3.3).
 */
final class Answered {
  private static final String EARLY = "(?:mail from|ehlo|helo|initial connection)\\b";

  /** As Exim and sendmail tell it. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)(?:\\bafter (?:pipelined )?"
              + EARLY
              + "[^\\n]{0,300}:|>>> "
              + EARLY
              + "[^>]{0,330}>?[^<>]{0,40}<<<) $");

  /** As Postfix does. */
  private static final Pattern BEHIND =
      Pattern.compile("(?i)^ \\(in reply to " + EARLY + "[^)]{0,40}\\)");

  private static final int MAX_BEFORE = 500;

  private Answered() {}

  /** The answer with what it was to, if that came before the recipients. */
  static String to(String answer, String notice) {
    String said = notice.replaceAll("\\s+", " ");
    String folded = answer.replaceAll("\\s+", " ");
    for (int at = said.indexOf(folded); at >= 0; at = said.indexOf(folded, at + 1)) {
      Matcher before = BEFORE.matcher(said.substring(Math.max(0, at - MAX_BEFORE), at));
      Matcher behind = BEHIND.matcher(said.substring(at + folded.length()));
      if (before.find()) {
        return before.group() + answer;
      }
      if (behind.find()) {
        return answer + behind.group();
      }
    }
    return answer;
  }
}
