package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;

/** A {@code message/delivery-status} (RFC 3464): a group of fields for each recipient. */
final class DeliveryStatus {
  private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");

  private final List<InternetHeaders> groups = new ArrayList<>();

  DeliveryStatus(Leaf part) throws MessagingException, IOException {
    // empty lines part the groups, and some servers write several
    String text = new String(part.content(), part.charset()).replace("\r\n", "\n");
    for (String group : text.strip().split("\n[ \\t]*\n\\s*", -1)) {
      byte[] lines = (group + "\n\n").getBytes(StandardCharsets.UTF_8);
      groups.add(new InternetHeaders(new ByteArrayInputStream(lines), true));
    }
  }

  /** Those that have not got it; a recipient that got it, or may have, is none of them. */
  List<Undelivered> undelivered() {
    return groups.stream().flatMap(group -> undelivered(group).stream()).toList();
  }

  private static Optional<Undelivered> undelivered(InternetHeaders group) {
    String action = field(group, "Action").toLowerCase(Locale.ROOT);
    List<EmailAddress> addresses = addresses(group);
    boolean delayed = action.startsWith("delayed");
    if (addresses.isEmpty() || !(delayed || action.startsWith("failed"))) {
      return Optional.empty();
    }
    String words = afterType(field(group, "Diagnostic-Code"));
    String said = Wording.status(words);
    // the group's own status is often a mere 5.0.0
    String told = Wording.status(field(group, "Status"));
    String status = told.isEmpty() || (told.endsWith(".0.0") && !said.isEmpty()) ? said : told;
    BounceKind kind = Wording.kind(delayed, status, words);
    return Optional.of(new Undelivered(addresses, kind, status, shown(words, status)));
  }

  private static String shown(String words, String status) {
    return words.isEmpty() ? status : Wording.line(words);
  }

  private static List<EmailAddress> addresses(InternetHeaders group) {
    return Stream.of("Original-Recipient", "Final-Recipient")
        .map(name -> afterType(field(group, name)))
        .map(DeliveryStatus::decoded)
        .flatMap(text -> EmailAddress.parse(text).stream())
        .distinct()
        .toList();
  }

  /** RFC 3461 4: a plus and two digits stand for characters that are not plain. */
  private static String decoded(String xtext) {
    Matcher coded = XTEXT.matcher(xtext.replaceAll("^<|>$", ""));
    return coded.replaceAll(
        found ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  private static String afterType(String value) {
    return value.substring(value.indexOf(';') + 1).strip();
  }

  private static String field(InternetHeaders group, String name) {
    return Optional.ofNullable(group.getHeader(name, null))
        .map(value -> value.replaceAll("\r?\n[ \\t]+", " ").strip())
        .orElse("");
  }

  /** As some servers note it for the whole message. */
  List<String> messageIds() {
    return groups.stream()
        .map(group -> field(group, "X-Original-Message-ID"))
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
