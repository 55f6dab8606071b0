package org.mailroom.demo;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail on the demo server, as its page shows it.
 *
 * @param from the identity it left under
 */
public record DemoMail(
    String id, String from, String to, String replyTo, String subject, String text, Instant at)
    implements Serializable {
  private static final int SHOWN = 160;
  private static final Session SESSION = Session.getInstance(new Properties());

  /** Enough of the text to know it by. */
  public String beginning() {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  static DemoMail of(MimeMessage message) {
    try {
      return new DemoMail(
          message.getMessageID(),
          addresses(message.getFrom()),
          addresses(message.getRecipients(Message.RecipientType.TO)),
          String.join(", ", headers(message)),
          message.getSubject(),
          text(message),
          sentAt(message));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The demo server holds a mail that cannot be read", e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // what Jakarta Mail speaks
  static MimeMessage message(String from, String to, String subject, String text) {
    try {
      MimeMessage message = new MimeMessage(SESSION);
      message.setFrom(from);
      message.setRecipients(Message.RecipientType.TO, to);
      message.setSubject(subject, "UTF-8");
      message.setText(text, "UTF-8");
      message.setSentDate(new Date());
      message.saveChanges();
      message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@demo.example>");
      return message;
    } catch (MessagingException e) {
      throw new IllegalArgumentException("That is no mail: " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // what Jakarta Mail speaks
  private static Instant sentAt(MimeMessage message) throws MessagingException {
    Date sent = message.getSentDate();
    return sent == null ? Instant.EPOCH : sent.toInstant();
  }

  private static String[] headers(MimeMessage message) throws MessagingException {
    String[] replyTo = message.getHeader("Reply-To");
    return replyTo == null ? new String[0] : replyTo;
  }

  private static String addresses(Address[] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses).map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String text(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      return text(parts.getBodyPart(0));
    }
    return Stream.of(content).map(Object::toString).collect(Collectors.joining()).strip();
  }
}
