package org.mailroom.bounce.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to. A report has the answer only, the notice beside it both; what is
 * refused before a recipient is named, or once the message was seen, is not about one (RFC 5321
 * 3.3).
 */
final class Answered {
  private static final String STEP = "(?:mail from|ehlo|helo|initial connection|end of data)\\b";

  /** As Exim and sendmail tell it. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)(?:\\bafter (?:pipelined )?"
              + STEP
              + "[^\\n]{0,300}:|>>> "
              + STEP
              + "[^>]{0,330}>?[^<>]{0,40}<<<) $");

  /** As Postfix does. */
  private static final Pattern BEHIND =
      Pattern.compile("(?i)^ \\(in reply to " + STEP + "[^)]{0,40}\\)");

  private static final int NEAR = 400;
  private static final int MAX_PLACES = 20;

  private Answered() {}

  /** The answer with what it was to, if that was no recipient. */
  static String to(String answer, String notice) {
    String said = notice.replaceAll("\\s+", " ");
    String folded = answer.replaceAll("\\s+", " ");
    int at = said.indexOf(folded);
    for (int place = 0; at >= 0 && place < MAX_PLACES; place++) {
      int end = at + folded.length();
      Matcher before = BEFORE.matcher(said.substring(Math.max(0, at - NEAR), at));
      Matcher behind = BEHIND.matcher(said.substring(end, Math.min(said.length(), end + NEAR)));
      if (before.find()) {
        return before.group() + answer;
      }
      if (behind.find()) {
        return answer + behind.group();
      }
      at = said.indexOf(folded, end);
    }
    return answer;
  }
}
