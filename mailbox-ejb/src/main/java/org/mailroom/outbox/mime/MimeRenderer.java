package org.mailroom.outbox.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.Route;
import org.mailroom.outbox.model.Words;

/**
 * Renders a message to the bytes that every try sends: ASCII only, lines of at most 998 characters,
 * ended by CRLF. (Only an address with letters beyond ASCII before its @ makes headers UTF-8, as
 * RFC 6532 wants it.)
 */
@ApplicationScoped
public class MimeRenderer {
  /** Marks our own mail wherever it comes back from, whichever installation has sent it. */
  public static final String LOOP_HEADER = "X-Mailroom-Loop";

  /** Tells testers whom a message was for that went to them instead. */
  static final String ORIGINAL_TO = "X-Mailroom-Original-To";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int MAX_SUBJECT = 900;
  private static final int MAX_NAME = 300;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The message from the sender of its route; without From if it has no way out yet. */
  public byte[] render(OutgoingMail mail, String messageId, Instant now) {
    return rendered(mail, messageId, now, mail.subject());
  }

  /**
   * The same for testers, to whom it goes instead: its subject and a header say whom it was for.
   */
  public byte[] renderDiverted(OutgoingMail mail, String messageId, Instant now) {
    int others = mail.to().size() - 1;
    String more = others == 0 ? "" : " +" + others;
    return rendered(
        mail, messageId, now, "[to %s%s] %s".formatted(mail.to().get(0), more, mail.subject()));
  }

  private static byte[] rendered(OutgoingMail mail, String messageId, Instant now, String subject) {
    try {
      MimeMessage mime = new FinalMessage(session(international(mail)), messageId);
      address(mime, mail);
      mark(mime, mail, now);
      if (!subject.equals(mail.subject())) {
        mime.setSubject(Words.oneLine(subject, MAX_SUBJECT), UTF_8);
        mime.setHeader(ORIGINAL_TO, mime.getHeader("To", ", "));
      }
      fill(mime, mail);
      mime.saveChanges();
      return bytes(mime);
    } catch (MessagingException e) {
      throw new IllegalStateException("Cannot render " + messageId, e);
    }
  }

  /** The same message from another sender, without a signature; nothing else in it changes. */
  public byte[] withSender(byte[] raw, Route route) {
    try {
      Session session = session(!ascii(new String(raw, StandardCharsets.ISO_8859_1)));
      MimeMessage mime = new MimeMessage(session, new ByteArrayInputStream(raw));
      mime.setFrom(sender(route));
      mime.removeHeader("DKIM-Signature");
      return bytes(mime);
    } catch (MessagingException e) {
      throw new IllegalStateException("Cannot read a message we have rendered", e);
    }
  }

  private static void address(MimeMessage mime, OutgoingMail mail) throws MessagingException {
    if (mail.route().from() != null) {
      mime.setFrom(sender(mail.route()));
    }
    for (EmailAddress to : mail.to()) {
      mime.addRecipient(Message.RecipientType.TO, address(to, ""));
    }
    if (mail.replyTo().isPresent()) {
      mime.setReplyTo(new InternetAddress[] {address(mail.replyTo().get(), "")});
    }
  }

  private static void mark(MimeMessage mime, OutgoingMail mail, Instant now)
      throws MessagingException {
    mime.setSubject(Words.oneLine(mail.subject(), MAX_SUBJECT), UTF_8);
    mime.setHeader("Date", DATE.format(now));
    mime.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    mime.setHeader("X-Auto-Response-Suppress", "All"); // Exchange's word for the same
    mime.setHeader(LOOP_HEADER, "yes");
    ThreadHeaders thread = new ThreadHeaders(mail.thread());
    if (thread.inReplyTo().isPresent()) {
      mime.setHeader("In-Reply-To", thread.inReplyTo().get());
      mime.setHeader("References", thread.references().orElseThrow());
    }
  }

  private static void fill(MimeMessage mime, OutgoingMail mail) throws MessagingException {
    if (mail.html().isBlank()) {
      write(mime, mail.text(), "plain");
      return;
    }
    String text = mail.text().isBlank() ? PlainText.of(mail.html()) : mail.text();
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(text, "plain"));
    parts.addBodyPart(part(mail.html(), "html"));
    mime.setContent(parts);
  }

  private static BodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    write(part, text, kind);
    return part;
  }

  private static void write(MimePart part, String text, String kind) throws MessagingException {
    String lines = text.replaceAll("\r\n|\r|\n", "\r\n");
    // the transport would end the last line, and the bytes sent were no longer those stored
    part.setText(lines.endsWith("\r\n") ? lines : lines + "\r\n", UTF_8, kind);
  }

  private static InternetAddress sender(Route route) {
    return address(route.from(), route.fromName());
  }

  private static InternetAddress address(EmailAddress address, String name) {
    try {
      String shown = Words.oneLine(name, MAX_NAME);
      return new InternetAddress(address.wire(), shown.isEmpty() ? null : shown, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean international(OutgoingMail mail) {
    List<EmailAddress> others = mail.replyTo().stream().toList();
    return !mail.to().stream().allMatch(MimeRenderer::asciiLocalPart)
        || !others.stream().allMatch(MimeRenderer::asciiLocalPart)
        || (mail.route().from() != null && !asciiLocalPart(mail.route().from()));
  }

  private static boolean asciiLocalPart(EmailAddress address) {
    return ascii(address.value().substring(0, address.value().lastIndexOf('@')));
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  // no session is needed but to allow UTF-8 in headers, which few servers take
  private static Session session(boolean international) {
    if (!international) {
      return null;
    }
    Properties settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(settings);
  }

  private static byte[] bytes(MimeMessage mime) throws MessagingException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      mime.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
