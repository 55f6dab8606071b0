package org.mailroom.inbound;

import com.icegreen.greenmail.imap.ImapHostManager;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A real IMAP and POP3 server on this machine, with the mailbox of {@link AccountFixture}. */
public final class LocalMailServer implements AutoCloseable {
  private final GreenMail server;
  private final GreenMailUser user;

  public LocalMailServer() {
    server = new GreenMail(new ServerSetup[] {setup("imap"), setup("pop3")});
    server.start();
    user = server.setUser(AccountFixture.USER, AccountFixture.USER, AccountFixture.PASSWORD);
  }

  /** Of a server of this machine on any port, which may take its time to start. */
  public static ServerSetup setup(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(60_000); // it gives up after two seconds, which a busy one needs
    return setup;
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  public int pop3Port() {
    return server.getPop3().getPort();
  }

  public void receives(String mail, Instant at) {
    receives(mail.getBytes(StandardCharsets.UTF_8), at);
  }

  public void receives(byte[] mail, Instant at) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      inbox().appendMessage(message, new Flags(), Date.from(at));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether each mail of the inbox bears the mark of having been read. */
  public List<Boolean> seen() {
    return inbox().getMessages().stream().map(mail -> mail.isSet(Flags.Flag.SEEN)).toList();
  }

  public void deletes(int index) {
    StoredMessage mail = inbox().getMessages().get(index);
    mail.setFlag(Flags.Flag.DELETED, true);
    try {
      inbox().expunge();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private MailFolder inbox() {
    ImapHostManager hosts = server.getManagers().getImapHostManager();
    try {
      return hosts.getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
