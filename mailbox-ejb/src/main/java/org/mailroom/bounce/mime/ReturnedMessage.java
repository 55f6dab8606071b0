package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;

/** Which message came back, by all the places where a report may tell of it. */
final class ReturnedMessage {
  private static final int MOST = 20;

  // some servers leave the brackets out
  private static final Pattern ID =
      Pattern.compile("<[^<>\\s]{1,400}>|(?<!\\S)[^<>\\s@]{1,200}@[^<>\\s@]{1,200}(?!\\S)");

  private static final Pattern QUOTED =
      Pattern.compile("(?im)^[ \\t>|]*(?:original-)?message-id:\\s*(" + ID.pattern() + ")");

  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z][A-Za-z-]{1,60}:[ \\t]");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()'\"\\[\\],;:@]{1,200}@[^\\s<>()'\"\\[\\],;:@]{1,255}");

  private final MimeMessage mail;
  private final List<Leaf> leaves;

  ReturnedMessage(MimeMessage mail, List<Leaf> leaves) {
    this.mail = mail;
    this.leaves = leaves;
  }

  /**
   * @param text which may quote the header of the message
   * @param noted what the delivery status says
   */
  List<String> ids(String text, List<String> noted) throws MessagingException {
    Set<String> ids = quoted(text);
    noted.forEach(id -> ids.addAll(in(id)));
    ids.addAll(in(mail.getHeader("In-Reply-To")));
    ids.addAll(in(mail.getHeader("References")));
    return new ArrayList<>(ids).subList(0, Math.min(MOST, ids.size()));
  }

  /** Whether it came back with the notice, at least its header. */
  boolean isQuoted(String text) throws MessagingException {
    return !quoted(text).isEmpty();
  }

  private Set<String> quoted(String text) throws MessagingException {
    Set<String> ids = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      if (leaf.isReturned()) {
        ids.addAll(in(leaf.headers().getHeader("Message-ID")));
      }
    }
    QUOTED.matcher(text).results().forEach(found -> ids.add(bracketed(found.group(1))));
    return ids;
  }

  private static List<String> in(String... values) {
    return Stream.of(Optional.ofNullable(values).orElseGet(() -> new String[0]))
        .flatMap(value -> ID.matcher(value).results())
        .map(found -> bracketed(found.group()))
        .toList();
  }

  private static String bracketed(String id) {
    return id.startsWith("<") ? id : "<" + id + ">";
  }

  /**
   * Its only recipient; empty if it had several, as nobody says then which of them is meant.
   *
   * @param text which may quote the header of the message
   */
  List<EmailAddress> onlyRecipient(String text) throws MessagingException {
    // one that is no address counts too: it may be the very one that failed
    List<Optional<EmailAddress>> all = named(text);
    return all.size() == 1 ? all.get(0).stream().toList() : List.of();
  }

  /**
   * Whom it was addressed to.
   *
   * @param text which may quote the header of the message
   */
  List<EmailAddress> recipients(String text) throws MessagingException {
    return named(text).stream().flatMap(Optional::stream).toList();
  }

  private List<Optional<EmailAddress>> named(String text) throws MessagingException {
    for (Leaf leaf : leaves) {
      if (leaf.isReturned()) {
        return named(leaf.headers());
      }
    }
    Matcher header = HEADER.matcher(text);
    return header.find() ? named(headers(text.substring(header.start()))) : List.of();
  }

  private static InternetHeaders headers(String text) throws MessagingException {
    byte[] lines = text.getBytes(StandardCharsets.UTF_8);
    return new InternetHeaders(new ByteArrayInputStream(lines), true);
  }

  private static List<Optional<EmailAddress>> named(InternetHeaders headers) {
    // Outlook.com notes who complained, whomever the message was addressed to
    List<Optional<EmailAddress>> complained = in(headers, "X-HmXmrOriginalRecipient");
    return complained.isEmpty() ? in(headers, "X-Envelope-To", "To", "Cc") : complained;
  }

  private static List<Optional<EmailAddress>> in(InternetHeaders headers, String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.ofNullable(headers.getHeader(name, ",")))
        .flatMap(value -> ADDRESS.matcher(value).results())
        .map(found -> EmailAddress.parse(found.group()))
        .distinct()
        .toList();
  }
}
