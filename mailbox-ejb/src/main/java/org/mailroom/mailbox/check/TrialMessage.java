package org.mailroom.mailbox.check;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxAccess.Account;

/** A message that a person has sent to see whether it arrives; nobody answers it (RFC 3834). */
final class TrialMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String messageId;

  private TrialMessage(Session session, String domain) {
    super(session);
    messageId = "<%s@%s>".formatted(UUID.randomUUID(), domain);
  }

  /** From the sender of the account, for one addressee. */
  static TrialMessage of(Account from, EmailAddress to, String subject, String text, Instant now)
      throws MessagingException {
    EmailAddress sender = new EmailAddress(from.sender());
    String wire = sender.wire();
    TrialMessage message = new TrialMessage(session(), wire.substring(wire.lastIndexOf('@') + 1));
    message.setFrom(address(sender, from.senderName()));
    message.setRecipient(Message.RecipientType.TO, address(to, ""));
    message.setSubject(subject, UTF_8);
    message.setHeader("Date", DATE.format(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("X-Mailroom-Loop", "yes");
    message.setText(text, UTF_8);
    return message;
  }

  // headers may hold letters beyond ASCII where an address does (RFC 6532)
  private static Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(settings);
  }

  static InternetAddress address(EmailAddress address, String name) throws MessagingException {
    try {
      boolean named = name != null && !name.isBlank();
      return new InternetAddress(address.wire(), named ? name : null, UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new MessagingException("UTF-8 is not known", impossible);
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
