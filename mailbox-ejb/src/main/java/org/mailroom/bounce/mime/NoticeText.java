package org.mailroom.bounce.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notice in plain words, parted.
 *
 * @param whole what the server says
 * @param words the same, without what it tells of the message
 * @param returned the message that came back, as far as the text quotes it
 */
record NoticeText(String whole, String words, String returned) {
  private static final int MAX = 64 * 1024;

  private static final Pattern RETURNED =
      Pattern.compile(
          "^[ \\t>|]*([-*=_]{2,} ?(below this line|enclosed (is|are)|this is a copy|original (message|mail)"
              + "|the (header|body) (of|and)|returned (message|mail)|message (header|text)|unsent (message|mail)"
              + "|undelivered (message|mail)|forwarded (message|mail)|your original"
              + "|begin (original|message)|copy of (the|your) (original )?message|start of (the )?)"
              + "|original (message|mail) (headers?|follows|as received)|included is a copy|(the )?(original|old) message:?[ \\t]*$"
              + "|your (original )?message (follows|was|headers?)[ \\t:]*$|message headers? follow"
              + "|the text of (the|your) (original )?message|(x-)?envelope-from:"
              + "|return-path:|received: |message-id:)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** The header of the message before what is said of it, as PMDF and X.400 gateways have it. */
  private static final Pattern RELATES =
      Pattern.compile(
          "(?im)^[ \\t]*this report relates to [^\\n]{0,80}:[ \\t]*\\n(?:[ \\t]*\\n)*+"
              + "(?:[ \\t]*\\S.*\\n)++");

  /**
   * What the sender is told of the message, in the words of Exchange; not whom it did not reach.
   */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?imu)^([ \\t]*\\p{L}{2,6} (?:message|e-?mail|mail|nachricht|mensaje|messaggio|mensagem)"
              + "[ \\t]*:?[ \\t]*\\n)(?:[ \\t]*\\n)*+(?:[ \\t]*(?:from|to|cc|bcc|subject|sent|date|von|an"
              + "|betreff|gesendet|de|para|asunto|assunto|enviad[oa]|à|objet|envoyé|da|a|oggetto"
              + "|inviato)[ \\t]*:.*\\n(?:[ \\t]*\\n)*+)++");

  static NoticeText of(String text) {
    Matcher relates = RELATES.matcher(text);
    String header = relates.find() ? relates.group() : "";
    String own = text.replace(header, "");
    String bounded = own.substring(0, Math.min(MAX, own.length()));
    Matcher end = RETURNED.matcher(bounded);
    int at = end.find() ? end.start() : bounded.length();
    String whole = bounded.substring(0, at);
    return new NoticeText(whole, ABOUT.matcher(whole).replaceAll("$1"), header + own.substring(at));
  }
}
