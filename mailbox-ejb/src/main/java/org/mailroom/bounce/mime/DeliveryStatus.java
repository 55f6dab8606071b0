package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.bounce.model.Said;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;

/**
 * A {@code message/delivery-status} (RFC 3464, and RFC 6533 for letters beyond ASCII): a group of
 * fields for each recipient.
 */
final class DeliveryStatus {
  private static final Pattern INLINE =
      Pattern.compile("(?im)^(final|original)-recipient:[ \\t]*\\S");
  private static final Pattern FIELD =
      Pattern.compile("(?im)^(reporting-mta|(final|original)-recipient)[ \\t]*:");
  private static final Pattern FAILED =
      Pattern.compile("fail.*|expired?|undeliver.*|error|bounced?|rejected?|denied");

  /** How a program ended that sendmail handed it to; not that it knows no such user or host. */
  private static final Pattern OF_A_PROGRAM = Pattern.compile("(?i)^x-unix;\\s*(?!6[78]\\b)\\d");

  private static final int MAX_GROUPS = 100;
  private static final int MAX_FIELD = 4000;

  private final List<InternetHeaders> groups = new ArrayList<>();

  /**
   * @param text the fields; each group of them ends with an empty line
   */
  DeliveryStatus(String text) throws MessagingException {
    // empty lines part the groups, and some servers write several
    String[] all = text.strip().split("\n[ \\t]*\n\\s*", MAX_GROUPS + 1);
    for (String group : List.of(all).subList(0, Math.min(MAX_GROUPS, all.length))) {
      byte[] lines = (group + "\n\n").getBytes(StandardCharsets.UTF_8);
      groups.add(new InternetHeaders(new ByteArrayInputStream(lines), true));
    }
  }

  /** Whether a text holds such fields, as some gateways leave them when they flatten a report. */
  static boolean isIn(String text) {
    return INLINE.matcher(text).find();
  }

  /** Whether a part that is called a status is one. */
  static boolean hasFields(String text) {
    return FIELD.matcher(text).find();
  }

  /**
   * Those that have not got it; a recipient that got it, or may have, is none of them.
   *
   * @param notice what the words for people say about a recipient
   */
  List<Undelivered> undelivered(Function<EmailAddress, String> notice) {
    return groups.stream().flatMap(group -> undelivered(group, notice).stream()).toList();
  }

  /** Whether it speaks of a recipient at all, if only to say that it was delivered. */
  boolean tellsOfRecipients() {
    return groups.stream().anyMatch(group -> !addresses(group).isEmpty());
  }

  private static Optional<Undelivered> undelivered(
      InternetHeaders group, Function<EmailAddress, String> notice) {
    List<EmailAddress> addresses = addresses(group);
    String action = action(group);
    boolean delayed = action.startsWith("delay");
    if (addresses.isEmpty() || !(delayed || FAILED.matcher(action).matches())) {
      return Optional.empty();
    }
    String answer = answer(group);
    String around = notice.apply(addresses.get(0));
    String words = answer.isEmpty() ? remark(group) : Answered.to(answer, around);
    Said said = Said.of(field(group, "Status"), words, around);
    return Optional.of(
        new Undelivered(
            addresses,
            said.kind(delayed, false),
            said.reason(),
            said.status(),
            shown(said, around)));
  }

  /** As it is told, or as the status tells where the field is missing. */
  private static String action(InternetHeaders group) {
    String told = field(group, "Action").toLowerCase(Locale.ROOT);
    boolean refused = field(group, "Status").matches("[45]\\..*");
    return told.isEmpty() && refused ? "failed" : told;
  }

  /** From X.400 (RFC 2156) the code is a number, and a field beside it has the words. */
  private static String answer(InternetHeaders group) {
    String field = field(group, "Diagnostic-Code");
    String code = OF_A_PROGRAM.matcher(field).find() ? field : afterType(field);
    return (code + " " + field(group, "X400-Supplementary-Info")).strip();
  }

  // some servers explain the status in a comment behind it
  private static String remark(InternetHeaders group) {
    String comment = field(group, "Status").replaceFirst("^[\\d.]+", "");
    return (comment + " " + field(group, "X-Notes")).strip();
  }

  private static String shown(Said said, String around) {
    String words =
        said.words().isEmpty() && Said.of(around, "").isTelling() ? around : said.words();
    if (!words.isEmpty()) {
      return Wording.line(words);
    }
    return said.status().isEmpty() ? said.reason().words() : said.status();
  }

  private static List<EmailAddress> addresses(InternetHeaders group) {
    List<EmailAddress> named =
        Stream.concat(
                address(group, "Original-Recipient", true),
                address(group, "Final-Recipient", false))
            .distinct()
            .toList();
    return named.isEmpty() ? address(group, "X-Actual-Recipient", false).toList() : named;
  }

  private static Stream<EmailAddress> address(InternetHeaders group, String name, boolean xtext) {
    String value = afterType(field(group, name)).replaceAll("\\([^()]*\\)", " ").strip();
    String plain = value.replaceAll("^[<'\"\\s]+|[>'\"\\s.]+$", "");
    return EmailAddress.parse(xtext ? Xtext.decoded(plain) : Xtext.unicode(plain)).stream();
  }

  private static String afterType(String value) {
    return value.substring(value.indexOf(';') + 1).strip();
  }

  private static String field(InternetHeaders group, String name) {
    return Optional.ofNullable(group.getHeader(name, " "))
        .map(value -> value.substring(0, Math.min(MAX_FIELD, value.length())))
        .map(value -> value.replaceAll("\r?\n[ \\t]+", " ").strip())
        .orElse("");
  }

  /** As some servers note it for the whole message. */
  List<String> messageIds() {
    return groups.stream()
        .flatMap(
            group ->
                Stream.of("X-Original-Message-ID", "Original-Message-ID")
                    .map(name -> field(group, name)))
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
