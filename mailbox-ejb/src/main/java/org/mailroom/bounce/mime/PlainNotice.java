package org.mailroom.bounce.mime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;

/** A notice in plain words, as servers write it that know no RFC 3464, or hide what it says. */
final class PlainNotice {
  // Exim, qmail, Postfix, Sendmail, Exchange and Outlook, Gmail, Courier and Domino
  private static final Pattern OPENING =
      Pattern.compile(
          "created automatically by mail delivery software"
              + "|this is the qmail-send program"
              + "|this is the (postfix program|mail system at host)"
              + "|had permanent (fatal|delivery) errors|had transient non-fatal errors"
              + "|did not reach (some or all of )?(the|your) (intended )?recipients?"
              + "|delivery has failed to (these|the following) (recipients?|groups)"
              + "|(couldn't|could not|wasn't|can't|cannot|unable to) be delivered"
              + "|wasn't delivered to"
              + "|delivery to the following recipients? (has been delayed|failed|has failed)"
              + "|delivery (failed|incomplete)|undeliver(ed|able)|returned mail|failure notice",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RETURNED =
      Pattern.compile(
          "^[ \\t>]*(-{2,} ?(below this line|this is a copy|original message|the (header|body) of"
              + "|returned message|transcript of|message header|begin (original|message))"
              + "|original message headers:|return-path:|received:|message-id:)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final String ADDRESS = "[^\\s<>()'\"\\[\\],;:]+@[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]";

  /** An address that a line begins with, alone or with its name, or that a phrase tells of. */
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?imu)^[ \\t>*]*(?:[^@\\n<(]{0,80}[<(])?['\"<]*(?:mailto:)?("
              + ADDRESS
              + ")['\">)]*(?=[ \\t]*(?:[:(]|$|on \\S))|"
              + "\\b(?:delivered|delivering your message|message|delivery|generated)\\s+(?:to|from)\\s+['\"<*]*("
              + ADDRESS
              + ")");

  private final String notice;
  private final String returned;

  private PlainNotice(String text) {
    Matcher end = RETURNED.matcher(text);
    int at = end.find() ? end.start() : text.length();
    notice = text.substring(0, at);
    returned = text.substring(at);
  }

  /**
   * @param subject it may be all that says what the notice is
   */
  static Optional<PlainNotice> in(String subject, String text) {
    PlainNotice read = new PlainNotice(text);
    String all = (subject + "\n" + read.notice).replace('\u2019', '\'').replaceAll("\\s+", " ");
    return OPENING.matcher(all).find() ? Optional.of(read) : Optional.empty();
  }

  /** The message that came back, as far as the text quotes it. */
  String returned() {
    return returned;
  }

  /** Each address it tells of, with the words that follow it. */
  List<Undelivered> undelivered() {
    List<MatchResult> places = RECIPIENT.matcher(notice).results().toList();
    Map<EmailAddress, String> words = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      int next = i + 1 < places.size() ? places.get(i + 1).start() : notice.length();
      String following = notice.substring(places.get(i).end(), next);
      address(places.get(i)).ifPresent(to -> words.merge(to, following, String::concat));
    }
    return words.entrySet().stream().map(it -> undelivered(it.getKey(), it.getValue())).toList();
  }

  private static Optional<EmailAddress> address(MatchResult place) {
    return EmailAddress.parse(place.group(1) == null ? place.group(2) : place.group(1));
  }

  /** Those recipients that a header names. */
  List<Undelivered> undelivered(List<EmailAddress> recipients) {
    return recipients.stream().map(address -> undelivered(address, notice)).toList();
  }

  private Undelivered undelivered(EmailAddress address, String words) {
    String status = Wording.status(words);
    BounceKind kind = Wording.kind(Wording.goesOn(notice), status, words);
    return new Undelivered(List.of(address), kind, status, Wording.line(words));
  }
}
