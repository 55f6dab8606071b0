package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.BounceReason;

/** A {@code message/feedback-report} (RFC 5965): a recipient says that a message was unwanted. */
final class FeedbackReport {
  // not "not-spam", which takes a report back, nor "auth-failure", which no person sends
  private static final Set<String> COMPLAINTS =
      Set.of("abuse", "fraud", "opt-out", "opt-out-list", "miscategorized", "other", "complaint");

  private final InternetHeaders fields;

  FeedbackReport(Leaf part) throws MessagingException {
    fields = part.headers();
  }

  /**
   * @param to whom the message was addressed to, where the report does not say it
   */
  List<Undelivered> complaints(List<EmailAddress> to) {
    String type = field("Feedback-Type").toLowerCase(Locale.ROOT);
    if (!COMPLAINTS.contains(type)) {
      return List.of();
    }
    List<EmailAddress> named =
        Stream.of("Original-Rcpt-To", "Removal-Recipient")
            .flatMap(this::all)
            .flatMap(value -> address(value).stream())
            .distinct()
            .toList();
    String words = "reported as unwanted (%s) %s".formatted(type, field("User-Agent")).strip();
    return (named.isEmpty() ? to : named).stream().map(who -> complaint(who, words)).toList();
  }

  // some write the type of the address before it, as in a delivery status
  private static Optional<EmailAddress> address(String value) {
    return EmailAddress.parse(value.replaceFirst("(?i)^\\s*rfc822;", "").replaceAll("[<>]", ""));
  }

  static Undelivered complaint(EmailAddress who, String words) {
    return new Undelivered(
        List.of(who), BounceKind.COMPLAINT, BounceReason.COMPLAINT, "", Wording.line(words));
  }

  // one report may be about several (RFC 5965 3.2)
  private Stream<String> all(String name) {
    return Stream.ofNullable(fields.getHeader(name)).flatMap(Stream::of);
  }

  private String field(String name) {
    return Optional.ofNullable(fields.getHeader(name, null)).orElse("").strip();
  }
}
