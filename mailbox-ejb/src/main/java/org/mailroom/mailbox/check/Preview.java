package org.mailroom.mailbox.check;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.InboxPreview.Mail;

/** Counts an inbox and lists its newest messages, by their headers alone. */
final class Preview {
  private static final int MOST = 10;

  private final Inbox inbox;
  private final List<Mail> newest = new ArrayList<>();
  private int count;

  Preview(Visit visit) {
    inbox = new Inbox(visit);
  }

  int count() {
    return count;
  }

  List<Mail> newest() {
    return List.copyOf(newest);
  }

  Seen list() throws MessagingException, IOException, StepFailed {
    Folder folder = inbox.existing();
    // EXAMINE: not even \Recent is touched
    folder.open(Folder.READ_ONLY);
    try {
      count = folder.getMessageCount();
      Message[] last =
          count == 0 ? new Message[0] : folder.getMessages(Math.max(1, count - MOST + 1), count);
      fetch(folder, last);
      for (Message message : last) {
        newest.add(mail(message));
      }
      Collections.reverse(newest);
      return Seen.of(CheckCode.LISTED, count, newest.size()).with("messages", count);
    } finally {
      folder.close(false);
    }
  }

  private static void fetch(Folder folder, Message[] messages) throws MessagingException {
    FetchProfile wanted = new FetchProfile();
    if (folder instanceof IMAPFolder) {
      wanted.add(FetchProfile.Item.ENVELOPE);
      wanted.add(FetchProfile.Item.SIZE);
    } else {
      wanted.add(UIDFolder.FetchProfileItem.UID);
    }
    folder.fetch(messages, wanted);
  }

  private static Mail mail(Message message) throws MessagingException, IOException {
    Message header = message instanceof POP3Message pop3 ? header(pop3) : message;
    return new Mail(
        from(header), Words.of(header.getSubject()), at(header), Math.max(0, message.getSize()));
  }

  // the library would fetch all of a message to read its header where a server knows no TOP
  private static Message header(POP3Message message) throws MessagingException, IOException {
    try (InputStream top = message.top(0);
        InputStream end = new ByteArrayInputStream(new byte[] {'\r', '\n'});
        InputStream header =
            new SequenceInputStream(top == null ? InputStream.nullInputStream() : top, end)) {
      return new MimeMessage(null, header);
    }
  }

  private static String from(Message message) throws MessagingException {
    try {
      Address[] from = message.getFrom();
      return from == null || from.length == 0 ? "" : Words.of(readable(from[0]));
    } catch (AddressException unreadable) {
      return "";
    }
  }

  private static String readable(Address address) {
    return address instanceof InternetAddress internet
        ? internet.toUnicodeString()
        : address.toString();
  }

  private static Instant at(Message message) throws MessagingException {
    return Optional.ofNullable(message.getReceivedDate())
        .or(() -> sent(message))
        .map(Date::toInstant)
        .orElse(null);
  }

  private static Optional<Date> sent(Message message) {
    try {
      return Optional.ofNullable(message.getSentDate());
    } catch (MessagingException unreadable) {
      return Optional.empty();
    }
  }
}
