package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.bounce.model.Report;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.mailbox.EmailAddress;

/**
 * Tells bounces from other mail: delivery status notifications (RFC 3464), and the notices in plain
 * words of the common servers. Stateless; never fails.
 */
public final class ReportReader {
  private static final Session NO_SERVER = Session.getInstance(new Properties());
  private static final Pattern SERVER =
      Pattern.compile(
          "(?i)mailer-daemon|postmaster|mail ?delivery|microsoftexchange[0-9a-f]+@|mdaemon@");

  /** Whether it is worth a look: most mail need not be read twice. */
  public static boolean mayBe(IncomingMail mail) {
    String from = mail.from().map(EmailAddress::value).orElse("");
    return mail.automatic().isPresent() || SERVER.matcher(mail.fromName() + " " + from).find();
  }

  /** What a mail reports; empty if it is no bounce, or tells of no recipient. */
  public Optional<Report> read(byte[] raw) {
    try {
      return read(new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw)));
    } catch (MessagingException | IOException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Report> read(MimeMessage mail) throws MessagingException, IOException {
    List<Leaf> leaves = Leaf.of(mail);
    List<DeliveryStatus> statuses = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf.isStatus()) {
        statuses.add(new DeliveryStatus(leaf));
      }
    }
    return statuses.isEmpty() ? plain(mail, leaves) : formal(mail, leaves, statuses);
  }

  private static Optional<Report> formal(
      MimeMessage mail, List<Leaf> leaves, List<DeliveryStatus> statuses)
      throws MessagingException {
    List<String> noted = statuses.stream().flatMap(it -> it.messageIds().stream()).toList();
    List<Undelivered> undelivered =
        statuses.stream().flatMap(it -> it.undelivered().stream()).toList();
    return report(undelivered, new ReturnedMessage(mail, leaves).ids(text(leaves), noted));
  }

  private static Optional<Report> plain(MimeMessage mail, List<Leaf> leaves)
      throws MessagingException {
    List<EmailAddress> failed = failedRecipients(mail);
    if (failed.isEmpty() && !isFromServer(mail)) {
      return Optional.empty();
    }
    Optional<PlainNotice> notice = PlainNotice.in(header(mail, "Subject"), text(leaves));
    if (notice.isEmpty()) {
      return Optional.empty();
    }
    List<Undelivered> undelivered =
        failed.isEmpty() ? notice.get().undelivered() : notice.get().undelivered(failed);
    return report(
        undelivered, new ReturnedMessage(mail, leaves).ids(notice.get().returned(), List.of()));
  }

  private static Optional<Report> report(List<Undelivered> undelivered, List<String> ids) {
    return undelivered.isEmpty() ? Optional.empty() : Optional.of(new Report(undelivered, ids));
  }

  private static boolean isFromServer(MimeMessage mail) throws MessagingException {
    // RFC 3834: what answers for a person says so, and may have no return path either
    boolean forPerson =
        header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).contains("auto-replied");
    boolean nobody = header(mail, "Return-Path").strip().equals("<>");
    return !forPerson && (nobody || SERVER.matcher(header(mail, "From")).find());
  }

  private static List<EmailAddress> failedRecipients(MimeMessage mail) throws MessagingException {
    return Stream.of(header(mail, "X-Failed-Recipients").split("[,;\\s]+", -1))
        .flatMap(address -> EmailAddress.parse(address).stream())
        .distinct()
        .toList();
  }

  private static String text(List<Leaf> leaves) {
    boolean plain = leaves.stream().anyMatch(leaf -> leaf.is("text/plain"));
    return leaves.stream()
        .filter(leaf -> leaf.is(plain ? "text/plain" : "text/html"))
        .map(Leaf::text)
        .collect(Collectors.joining("\n"));
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return Optional.ofNullable(mail.getHeader(name, ",")).orElse("");
  }
}
