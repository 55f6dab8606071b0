package org.mailroom.deployed;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** One mail server of a customer: SMTP, IMAP and POP3 on free ports. */
public final class MailHost implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final GreenMail server;

  public MailHost() {
    server =
        new GreenMail(
            new ServerSetup[] {
              dynamic(ServerSetup.PROTOCOL_SMTP),
              dynamic(ServerSetup.PROTOCOL_IMAP),
              dynamic(ServerSetup.PROTOCOL_POP3)
            });
    server.start();
  }

  private static ServerSetup dynamic(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    // two seconds by default, which a thread may wait for a processor
    setup.setServerStartupTimeout(START_LIMIT.toMillis());
    return setup;
  }

  public int smtp() {
    return server.getSmtp().getPort();
  }

  public int imap() {
    return server.getImap().getPort();
  }

  public int pop3() {
    return server.getPop3().getPort();
  }

  public void account(String address, String password) {
    server.setUser(address, address, password);
  }

  /** Puts a mail into a box. */
  public void put(String box, String raw) {
    try {
      byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      GreenMailUser user = server.getUserManager().getUserByEmail(box);
      user.deliver(message);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(raw, e);
    }
  }

  /** What was delivered by SMTP to anybody, each with its headers. */
  List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  /** The mails to one address. */
  public List<MimeMessage> receivedBy(String address) {
    return received().stream().filter(message -> header(message, "To").contains(address)).toList();
  }

  /** How many mails came with this address in their envelope, whatever their headers say. */
  public int delivered(String address) {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    return user == null ? 0 : inbox(user).getMessageCount();
  }

  private MailFolder inbox(GreenMailUser user) {
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of a box's folders, each without those it is in. */
  List<String> folders(String box) {
    try {
      GreenMailUser user = server.getUserManager().getUserByEmail(box);
      return server.getManagers().getImapHostManager().listMailboxes(user, "*").stream()
          .map(MailFolder::getName)
          .toList();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What lies in a folder, oldest first; empty if there is no such folder. */
  List<String> subjects(String box, String folder) {
    return folder(box, folder).stream()
        .map(StoredMessage::getMimeMessage)
        .map(m -> header(m, "Subject"))
        .toList();
  }

  /** How many mails of the inbox bear a flag. */
  long flagged(String box) {
    return folder(box, "INBOX").stream()
        .filter(mail -> mail.getFlags().contains(Flags.Flag.FLAGGED))
        .count();
  }

  private List<StoredMessage> folder(String box, String name) {
    GreenMailUser user = server.getUserManager().getUserByEmail(box);
    MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, name);
    return folder == null ? List.of() : folder.getMessages();
  }

  public static String header(MimeMessage message, String name) {
    try {
      String value = message.getHeader(name, ", ");
      return value == null ? "" : value;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String content(MimeMessage message) {
    try {
      return new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
