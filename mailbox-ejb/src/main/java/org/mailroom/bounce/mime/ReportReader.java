package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.bounce.model.Report;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.mailbox.EmailAddress;

/**
 * Tells bounces from other mail: delivery status notifications (RFC 3464), complaints (RFC 5965),
 * and the notices in plain words of the common servers. Stateless; never fails.
 */
public final class ReportReader {
  static final Session NO_SERVER = Session.getInstance(properties());

  /** Servers write their headers in UTF-8 without saying so, too. */
  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return properties;
  }

  /** Whether it is worth a look: most mail need not be read twice. */
  public static boolean mayBe(IncomingMail mail) {
    String from = mail.fromName() + " <" + mail.from().map(EmailAddress::value).orElse("") + ">";
    return mail.automatic().isPresent()
        || mail.from().isEmpty()
        || Notices.isServer(from)
        || Notices.isRobotsReport(from, mail.subject())
        || Notices.isComplaint(mail.subject());
  }

  /** What a mail reports; empty if it is no bounce, or tells of no recipient. */
  public Optional<Report> read(byte[] raw) {
    try {
      byte[] lines = LineEnds.unified(raw);
      return read(new MimeMessage(NO_SERVER, new ByteArrayInputStream(lines)));
    } catch (MessagingException | IOException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Report> read(MimeMessage mail) throws MessagingException, IOException {
    List<Leaf> leaves = Leaf.of(mail);
    for (Leaf leaf : leaves) {
      if (leaf.is("message/feedback-report")) {
        return complaint(mail, leaves, leaf);
      }
    }
    if (Notices.isComplaint(subject(mail))) {
      return complaint(new ReturnedMessage(mail, leaves), subject(mail));
    }
    PlainNotice notice = new PlainNotice(text(leaves));
    List<DeliveryStatus> statuses = statuses(leaves);
    return statuses.stream().anyMatch(DeliveryStatus::tellsOfRecipients)
        ? formal(new ReturnedMessage(mail, leaves), notice, text(leaves), statuses)
        : plain(mail, new ReturnedMessage(mail, leaves), notice);
  }

  private static List<DeliveryStatus> statuses(List<Leaf> leaves) throws MessagingException {
    List<DeliveryStatus> statuses = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf.isStatus()) {
        statuses.add(new DeliveryStatus(leaf.text()));
      }
    }
    String flat = text(leaves);
    if (statuses.isEmpty() && DeliveryStatus.isIn(flat)) {
      statuses.add(new DeliveryStatus(flat));
    }
    return statuses;
  }

  private static Optional<Report> complaint(MimeMessage mail, List<Leaf> leaves, Leaf feedback)
      throws MessagingException {
    ReturnedMessage message = new ReturnedMessage(mail, leaves);
    List<Undelivered> complaints =
        new FeedbackReport(feedback).complaints(message.onlyRecipient(""));
    return report(complaints, message.ids("", List.of()));
  }

  private static Optional<Report> complaint(ReturnedMessage message, String subject)
      throws MessagingException {
    List<Undelivered> complaints =
        message.onlyRecipient("").stream()
            .map(who -> FeedbackReport.complaint(who, subject))
            .toList();
    return report(complaints, message.ids("", List.of()));
  }

  private static Optional<Report> formal(
      ReturnedMessage message, PlainNotice notice, String text, List<DeliveryStatus> statuses)
      throws MessagingException {
    List<String> noted = statuses.stream().flatMap(it -> it.messageIds().stream()).toList();
    List<Undelivered> undelivered =
        statuses.stream().flatMap(it -> it.undelivered(notice::about).stream()).toList();
    return report(undelivered, message.ids(text, noted));
  }

  private static Optional<Report> plain(
      MimeMessage mail, ReturnedMessage message, PlainNotice notice) throws MessagingException {
    List<EmailAddress> failed = failedRecipients(mail);
    // in whatever language: a mail server that sends a message back says that it did not arrive
    boolean sentBack = message.isQuoted(notice.returned()) && !isDisposition(mail);
    boolean worded = Notices.speaks(subject(mail), notice.words());
    boolean about = worded && sentBack && notice.tellsOf(message.onlyRecipient(notice.returned()));
    boolean none =
        Notices.isReceipt(subject(mail), notice.words()) || Notices.isOfOthers(subject(mail));
    if (failed.isEmpty() && (none || !isReport(mail, worded || sentBack, about))) {
      return Optional.empty();
    }
    List<Undelivered> named =
        failed.isEmpty() ? notice.undelivered(addressees(mail)) : notice.undeliveredTo(failed);
    List<Undelivered> all = named.isEmpty() ? unnamed(mail, message, notice) : named;
    return report(all, message.ids(notice.returned(), List.of()));
  }

  /** RFC 8098: read or not, it arrived, unless the words say that it was rejected (RFC 5429). */
  private static boolean isDisposition(MimeMessage mail) throws MessagingException {
    String type = header(mail, "Content-Type").toLowerCase(Locale.ROOT);
    return type.contains("disposition-notification");
  }

  private static List<Undelivered> unnamed(
      MimeMessage mail, ReturnedMessage message, PlainNotice notice) throws MessagingException {
    List<EmailAddress> only = message.onlyRecipient(notice.returned());
    List<Undelivered> byName = only.isEmpty() ? byName(mail, message, notice) : List.of();
    List<EmailAddress> one = only.isEmpty() ? notice.onlyNamed(addressees(mail)) : only;
    return byName.isEmpty() ? notice.undeliveredTo(one) : byName;
  }

  private static List<Undelivered> byName(
      MimeMessage mail, ReturnedMessage message, PlainNotice notice) throws MessagingException {
    String from = header(mail, "From").replaceAll("[>\\s]+$", "");
    return notice.undeliveredOf(
        message.recipients(notice.returned()), from.substring(from.lastIndexOf('@') + 1));
  }

  private static Optional<Report> report(List<Undelivered> undelivered, List<String> ids) {
    // some servers say the same again for each try
    List<Undelivered> told = undelivered.stream().distinct().toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(new Report(told, ids));
  }

  /**
   * @param speaks whether it is worded as one, or quotes a message
   * @param about whether it does both, and tells of the recipient of that message
   */
  private static boolean isReport(MimeMessage mail, boolean speaks, boolean about)
      throws MessagingException {
    String from = decoded(header(mail, "From"));
    // RFC 3834: what answers for a person says so, as Exim does, and may have no return path either
    boolean forPerson =
        header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT).contains("auto-replied")
            && !Notices.isServer(from);
    boolean nobody =
        (header(mail, "Return-Path").strip().equals("<>") || from.strip().endsWith("<>"))
            && (about || Notices.isCalledReport(subject(mail)));
    boolean server =
        Notices.isServer(from)
            || Notices.isRobotsReport(from, subject(mail))
            || mail.isMimeType("multipart/report");
    return !forPerson && speaks && (nobody || server);
  }

  private static List<EmailAddress> addressees(MimeMessage mail) throws MessagingException {
    return Stream.of(InternetAddress.parseHeader(header(mail, "To"), false))
        .flatMap(to -> EmailAddress.parse(to.getAddress()).stream())
        .toList();
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
        .filter(leaf -> leaf.is(plain ? "text/plain" : "text/html") || isWords(leaf))
        .map(Leaf::text)
        .collect(Collectors.joining("\n"));
  }

  /** Some servers put their words where the fields belong. */
  private static boolean isWords(Leaf leaf) {
    return leaf.isStatus() && !DeliveryStatus.hasFields(leaf.text());
  }

  private static String subject(MimeMessage mail) throws MessagingException {
    return decoded(header(mail, "Subject"));
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException unknown) {
      return header;
    }
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return Optional.ofNullable(mail.getHeader(name, ",")).orElse("");
  }
}
