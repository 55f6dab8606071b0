package org.mailroom.bounce.mime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.bounce.model.Said;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;

/** A notice in plain words, as servers write it that know no RFC 3464, or hide what it says. */
final class PlainNotice {
  private static final int MAX_NOTICE = 64 * 1024;

  private static final int MAX_PLACES = 40;

  private static final Pattern RETURNED =
      Pattern.compile(
          "^[ \\t>]*([-*=_]{2,} ?(below this line|this is a copy|original (message|mail)"
              + "|the (header|body) of|returned (message|mail)|message header|unsent (message|mail)"
              + "|undelivered (message|mail)|forwarded (message|mail)|your original"
              + "|begin (original|message)|copy of (the|your) (original )?message|start of (the )?)"
              + "|original (message|mail) (headers?|follows)|(the )?original message:?[ \\t]*$"
              + "|your (original )?message (follows|was|headers?)[ \\t:]*$|message headers? follow"
              + "|the text of (the|your) (original )?message|(x-)?envelope-from:"
              + "|return-path:|received: |message-id:)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final String ADDRESS =
      "[^\\s<>()'\"\\[\\],;:=/]{1,100}@[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}]";

  /** An address that a line begins with, alone or with its name, or that a phrase tells of. */
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?imu)^[ \\t>*#.-]{0,40}(?:[^@\\n<(]{0,80}[<(])?['\"<]*(?:mailto:)?("
              + ADDRESS
              + ")[.'\">)]*(?=[ \\t]*(?:[:(\\[;,-]|$|on \\S|\\.{3}|=|[45]\\d\\d"
              + "|(?:invalid|unknown|error|user|mailbox|no|not|does|is|was|has|recipient|account|quota|host)\\b))|(?:\\b(?:delivered|delivering"
              + " your message|message|delivery|generated)\\s+(?:to|from)|\\brcpt"
              + " to|(?:addressed|sent|send)"
              + " to|\\b(?:user|recipient|recipients|address|mailbox|account"
              + "|addressee|destinatario|destinat[aá]rio|destinataire|empf[aä]nger|benutzer|an|to|a|para|à)\\b(?:"
              + " address)?[^\\n"
              + "@<>]{0,20}?:)\\s*['\"<*]*(?:mailto:)?("
              + ADDRESS
              + ")");

  private final String notice;
  private final String returned;
  private final Map<EmailAddress, String> words;

  PlainNotice(String text) {
    String bounded = text.substring(0, Math.min(MAX_NOTICE, text.length()));
    Matcher end = RETURNED.matcher(bounded);
    int at = end.find() ? end.start() : bounded.length();
    notice = bounded.substring(0, at);
    returned = text.substring(at);
    words = wordsByAddress(notice);
  }

  /** What the server says itself. */
  String words() {
    return notice;
  }

  /** The message that came back, as far as the text quotes it. */
  String returned() {
    return returned;
  }

  /**
   * Each address it tells of.
   *
   * @param sender who gets the notice, and is none of those it is about
   */
  List<Undelivered> undelivered(List<EmailAddress> sender) {
    Map<EmailAddress, String> others = new LinkedHashMap<>(words);
    sender.forEach(own -> others.keySet().removeIf(own::sameAs));
    return (others.isEmpty() ? words : others)
        .entrySet().stream().map(it -> undelivered(it.getKey(), it.getValue())).toList();
  }

  /** The words that follow an address; empty if it is not told of. */
  String about(EmailAddress address) {
    return words.entrySet().stream()
        .filter(it -> it.getKey().sameAs(address))
        .map(Map.Entry::getValue)
        .findFirst()
        .filter(following -> Said.of(following, "").isTelling())
        .orElse(notice);
  }

  private static Map<EmailAddress, String> wordsByAddress(String notice) {
    List<MatchResult> places = RECIPIENT.matcher(notice).results().limit(MAX_PLACES).toList();
    Map<EmailAddress, String> found = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      int next = i + 1 < places.size() ? places.get(i + 1).start() : notice.length();
      String following = notice.substring(places.get(i).end(), next);
      address(places.get(i)).ifPresent(to -> found.merge(to, following, String::concat));
    }
    return found;
  }

  private static Optional<EmailAddress> address(MatchResult place) {
    return EmailAddress.parse(place.group(1) == null ? place.group(2) : place.group(1));
  }

  /** Those recipients that a header names. */
  List<Undelivered> undeliveredTo(List<EmailAddress> recipients) {
    return recipients.stream().map(address -> undelivered(address, about(address))).toList();
  }

  private Undelivered undelivered(EmailAddress address, String following) {
    Said near = Said.of(following, "");
    Said said = near.isTelling() ? near : Said.of(notice, "");
    String shown = following.isBlank() ? notice : following;
    return new Undelivered(
        List.of(address),
        said.kind(Wording.goesOn(notice)),
        said.reason(),
        said.status(),
        Wording.line(shown));
  }
}
