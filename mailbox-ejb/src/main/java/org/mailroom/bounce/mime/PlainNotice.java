package org.mailroom.bounce.mime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.bounce.model.Said;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;

/** A notice in plain words, as servers write it that know no RFC 3464, or hide what it says. */
final class PlainNotice {
  private static final int MAX_PLACES = 40;

  private static final String ADDRESS =
      "[^\\s<>()'\"\\[\\],;:=/（）「」【】，；：、。]{1,100}@[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}]";

  private static final Pattern ANY = Pattern.compile("(?u)" + ADDRESS);

  /** An address that a line begins with, alone or with its name, or that a phrase tells of. */
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?imu)^[ \\t>*#.-]{0,40}(?:[^@\\n<(]{0,80}[<(])?['\"<]*(?:mailto:)?("
              + ADDRESS
              + ")[.'\">)]*(?=[ \\t]*(?:[:(\\[;,-]|$|on \\S|\\.{3}|=|[45]\\d\\d"
              + "|(?:invalid|unknown|error|user|mailbox|no|not|does|is|was|has|recipient|account|quota|host)\\b))|(?:\\b(?:deliver(?:ed)?|undeliverable|delivering"
              + " your message|message|delivery|generated)\\s+(?:to|from)|\\brcpt"
              + " to|local (?:user|mailbox)|addressed,|failed \\d{1,3} attempts:|(?:addressed|sent|send)"
              + " to|\\b(?:errors?|failed)(?! ?-?to\\b)[^\\n@<>:=]{0,20}:|\\b(?:user|userid|error-for|smtp|recipient|recipients|address|mailbox|account"
              + "|addressee|destinatario|destinat[aá]rio|destinataire|empf[aä]nger|benutzer|an|to|a|para|à)\\b(?:"
              + " address)?[^\\n"
              + "@<>]{0,20}?[:=])\\s*['\"<*]*(?:mailto:)?("
              + ADDRESS
              + ")");

  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?iu)("
              + ADDRESS
              + ")>?\\s{1,200}\\(?(?:(?:ultimately )?generated (?:from|by)|expanded from:) <?("
              + ADDRESS
              + ")");

  // sendmail tells of each server in turn
  private static final Pattern SESSION = Pattern.compile("(?im)^[. ]*while talking to ");

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])[45]\\d\\d[ -]|(?<![\\d.])[45]\\.\\d{1,3}\\.\\d");

  /**
   * Where an address is told of.
   *
   * @param from the beginning of its line
   * @param words where what is said of it begins
   */
  private record Place(EmailAddress address, int from, int words) {}

  private final String notice;
  private final String returned;
  private final Map<EmailAddress, String> words;
  private final Map<EmailAddress, EmailAddress> originals;

  PlainNotice(String text) {
    NoticeText parts = NoticeText.of(text);
    notice = parts.words();
    returned = parts.returned();
    Map<EmailAddress, String> told = wordsByAddress(notice);
    // whom the message was for, as who failed may be told by name only; nobody knows which of two
    words = told.isEmpty() && namesOne(parts.whole()) ? wordsByAddress(parts.whole()) : told;
    originals = originals(notice);
  }

  private static boolean namesOne(String text) {
    return named(text).size() == 1;
  }

  private static List<String> named(String text) {
    return ANY.matcher(text)
        .results()
        .filter(it -> !Notices.namesSender(text.substring(line(text, it), it.start())))
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /** Where the line begins that something was found in. */
  private static int line(String text, MatchResult found) {
    return text.lastIndexOf('\n', found.start() - 1) + 1;
  }

  /** Whether it tells of one of them. */
  boolean tellsOf(List<EmailAddress> recipients) {
    return recipients.stream().anyMatch(to -> words.keySet().stream().anyMatch(to::sameAs));
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
    // whom to ask for help
    others.keySet().removeIf(it -> Notices.isServer(it.value()));
    return undelivered(others.isEmpty() ? words : others);
  }

  /**
   * The only one that it names, in whatever language, apart from whom to ask for help.
   *
   * @param sender who gets the notice
   */
  List<EmailAddress> onlyNamed(List<EmailAddress> sender) {
    List<String> others =
        named(notice).stream()
            .filter(it -> sender.stream().noneMatch(own -> own.value().equalsIgnoreCase(it)))
            .filter(it -> !Notices.isServer(it))
            .toList();
    return others.size() == 1 ? EmailAddress.parse(others.get(0)).stream().toList() : List.of();
  }

  /**
   * Each of those that it tells of by the local part only.
   *
   * @param recipients of the message that came back
   * @param domain of the server, for who is none of these
   */
  List<Undelivered> undeliveredOf(List<EmailAddress> recipients, String domain) {
    return LocalName.in(notice).stream()
        .map(
            name ->
                name.address(recipients, domain)
                    .map(to -> undelivered(List.of(to), name.words(), name.around())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is said below the address that it was forwarded from is about both. */
  private List<Undelivered> undelivered(Map<EmailAddress, String> told) {
    List<List<EmailAddress>> all = told.keySet().stream().map(this::withOriginal).toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(it -> it.size() > one.size() && it.containsAll(one)))
        .map(one -> undelivered(one, words(one, told), notice))
        .toList();
  }

  private static String words(List<EmailAddress> addresses, Map<EmailAddress, String> told) {
    return addresses.stream()
        .map(address -> told.getOrDefault(address, ""))
        .collect(Collectors.joining());
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
    List<Place> places =
        RECIPIENT
            .matcher(notice)
            .results()
            .limit(MAX_PLACES)
            .flatMap(found -> place(notice, found).stream())
            .toList();
    Map<EmailAddress, String> found = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); ) {
      Place place = places.get(i);
      int other = other(places, i);
      int next = other < places.size() ? places.get(other).from : notice.length();
      String following = notice.substring(place.words, Math.max(place.words, next));
      found.merge(place.address, oneSession(following), String::concat);
      i = other;
    }
    return found;
  }

  /** Up to where another server is told of, once one has answered. */
  private static String oneSession(String following) {
    Matcher code = CODE.matcher(following);
    Matcher next = SESSION.matcher(following);
    return code.find() && next.find(code.end()) ? following.substring(0, next.start()) : following;
  }

  private static Optional<Place> place(String notice, MatchResult found) {
    int group = found.group(1) == null ? 2 : 1;
    String before = notice.substring(found.start(), found.start(group));
    // the server that refused it may name it in the middle of its answer
    int words = CODE.matcher(before).find() ? found.start() : found.end();
    return Notices.namesSender(before)
        ? Optional.empty()
        : EmailAddress.parse(found.group(group))
            .map(to -> new Place(to, line(notice, found), words));
  }

  /** The next place of another address: what names the same one again goes on about it. */
  private static int other(List<Place> places, int from) {
    int at = from + 1;
    while (at < places.size() && places.get(at).address.equals(places.get(from).address)) {
      at++;
    }
    return at;
  }

  /** Those recipients that a header names. */
  List<Undelivered> undeliveredTo(List<EmailAddress> recipients) {
    return recipients.stream().map(to -> undelivered(withOriginal(to), about(to), notice)).toList();
  }

  /** The address that it was written to, before the one that a server forwarded it to. */
  private List<EmailAddress> withOriginal(EmailAddress last) {
    return originals.entrySet().stream()
        .filter(it -> it.getKey().sameAs(last))
        .map(it -> List.of(it.getValue(), last))
        .findFirst()
        .orElseGet(() -> withinHost(last));
  }

  /** RFC 1123 5.2.16: a server writes the address into the local part of one at a host of its. */
  private static List<EmailAddress> withinHost(EmailAddress last) {
    return EmailAddress.parse(last.localPart().replaceFirst("%(?=[^%]*$)", "@"))
        .map(it -> List.of(it, last))
        .orElse(List.of(last));
  }

  private static Map<EmailAddress, EmailAddress> originals(String notice) {
    Map<EmailAddress, EmailAddress> originals = new LinkedHashMap<>();
    for (Matcher found = FORWARDED.matcher(notice); found.find(); ) {
      EmailAddress.parse(found.group(2))
          .ifPresent(
              to -> EmailAddress.parse(found.group(1)).ifPresent(it -> originals.put(it, to)));
    }
    return originals;
  }

  private Undelivered undelivered(List<EmailAddress> addresses, String following, String around) {
    boolean telling = Said.of(following, "").isTelling();
    String shown = telling ? following : around;
    Said said = Said.of(shown, "");
    return new Undelivered(
        addresses,
        said.kind(Wording.goesOn(notice), Wording.isForGood(notice)),
        said.reason(),
        said.status(),
        Wording.line(shown));
  }
}
