package org.mailroom.bounce.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.bounce.BounceKind;
import org.mailroom.outbox.BounceReason;

/**
 * What a server says of one recipient, and what follows from that.
 *
 * @param status the enhanced status code; empty if none was told
 * @param words about this recipient
 * @param reason why, by the words, then by the codes, then by the rest of the notice
 */
public record Said(String status, String words, BounceReason reason) {
  // not a part of an address of the network, such as 192.5.1.1
  private static final Pattern ENHANCED =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45][0-5]\\d)(?=[ \\-#:,.]|$)");

  private static final Pattern CODE = Pattern.compile(ENHANCED + "|" + REPLY);
  private static final int MAX_ANSWER = 400;

  // IronPort calls an answer something before it quotes it: 5.1.0 - Unknown address error 554-'...'
  private static final Pattern CALLED =
      Pattern.compile("(?<![\\d.])[45]\\.\\d\\.\\d - [A-Za-z ]{3,40} (?=\\(?'?[45]\\d\\d\\b)");

  // at these points of a session nobody has named a recipient yet (RFC 5321 3.1 to 3.3)
  private static final Pattern AT_CONNECTION =
      Pattern.compile(
          "(?i)\\b(after|in reply to|response to) (the )?(initial connection|(ehlo|helo)\\b)"
              + "|\\brefused to\\s+talk\\s+to\\s+me\\b");
  private static final Pattern AT_SENDER =
      Pattern.compile(
          "(?i)\\b(after|in\\s+reply\\s+to|response to) ((the|pipelined) )?mail\\s+from\\b"
              + "|\\bmail from:\\s*<[^<>]{0,320}>[^<>]{0,40}<<< [45]\\d\\d");

  // who is named by then was taken, and the message was seen
  private static final Pattern AT_MESSAGE =
      Pattern.compile(
          "(?i)\\b(after|in\\s+reply\\s+to|response to) ((the|pipelined) )?end\\s+of\\s+data\\b");

  /**
   * @param status of the whole recipient, such as a field of a report; may be a mere 5.0.0
   * @param around the rest of the notice, asked where the words do not tell; may be empty
   */
  public static Said of(String status, String words, String around) {
    String told = status(status);
    String said = status(words);
    boolean vague = told.isEmpty() || told.endsWith(".0.0");
    String best = vague && !said.isEmpty() ? said : told;
    return new Said(best, words, reason(best, words, around));
  }

  public static Said of(String words, String around) {
    return of("", words, around);
  }

  /** The enhanced status code in some words; empty if there is none. */
  private static String status(String words) {
    Matcher enhanced = ENHANCED.matcher(words);
    return enhanced.find() ? enhanced.group(1) : "";
  }

  private static String reply(String words) {
    Matcher reply = REPLY.matcher(words);
    return reply.find() ? reply.group(1) : "";
  }

  private static BounceReason reason(String status, String words, String around) {
    BounceReason told = told(status, quoted(words), quoted(around));
    boolean address = told.isOfTheAddress() || told == BounceReason.UNKNOWN;
    return address ? before(words).orElse(told) : told;
  }

  /** Without what the server that tells of an answer calls it. */
  private static String quoted(String words) {
    return CALLED.matcher(words).replaceAll("");
  }

  private static Optional<BounceReason> before(String session) {
    if (AT_SENDER.matcher(session).find()) {
      return Optional.of(BounceReason.SENDER_REJECTED);
    }
    return Optional.of(BounceReason.BLOCKED).filter(at -> AT_CONNECTION.matcher(session).find());
  }

  private static BounceReason told(String status, String words, String around) {
    return ReasonTable.byWords(answer(words))
        .or(() -> ReasonTable.byWords(words))
        .or(() -> ReasonTable.byStatus(status))
        .or(() -> before(words))
        .or(() -> ReasonTable.byWords(around))
        .or(() -> ReasonTable.byClass(status))
        .or(() -> ReasonTable.byReply(reply(words)))
        .or(() -> behind(words))
        .orElse(BounceReason.UNKNOWN);
  }

  private static Optional<BounceReason> behind(String session) {
    return Optional.of(BounceReason.CONTENT).filter(at -> AT_MESSAGE.matcher(session).find());
  }

  /** From the first code on, where the refusing server is quoted; the rest only tells of it. */
  private static String answer(String words) {
    Matcher code = CODE.matcher(words);
    return code.find()
        ? words.substring(code.start(), Math.min(words.length(), code.start() + MAX_ANSWER))
        : "";
  }

  /** Whether anything was said that a mail server says. */
  public boolean isTelling() {
    return !status.isEmpty() || reason != BounceReason.UNKNOWN;
  }

  /**
   * @param goesOn whether the server still tries
   * @param forGood whether the server calls it permanent, for where it tells no code
   */
  public BounceKind kind(boolean goesOn, boolean forGood) {
    if (goesOn) {
      return BounceKind.DELAYED;
    }
    char first = code().map(code -> code.charAt(0)).orElse(forGood ? '5' : '?');
    // who refuses for good without a word why refuses the address
    boolean address = reason.isOfTheAddress() || (reason == BounceReason.UNKNOWN && first == '5');
    return address && first != '4' ? BounceKind.HARD : BounceKind.SOFT;
  }

  private Optional<String> code() {
    return Optional.of(status.isEmpty() ? reply(words) : status).filter(code -> !code.isEmpty());
  }
}
