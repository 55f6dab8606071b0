package org.mailroom.mailbox.check;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailroom.bearer.BearerImap;
import org.mailroom.bearer.BearerSmtp;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.vault.Secret;

/** A second connection, made just as reading and sending make theirs. */
final class SignIn implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
  private static final int SOME = 10;

  private final Account account;
  private final SocketFactory sockets;
  private Service service;

  SignIn(Account account, SocketFactory sockets) {
    this.account = account;
    this.sockets = sockets;
  }

  String login() throws MessagingException {
    service = service();
    if (account.authentication() == Authentication.NONE) {
      service.connect(account.server(), account.port(), null, null);
      return "No log-in, as you chose.";
    }
    String password = account.password().map(Secret::reveal).orElse("");
    service.connect(account.server(), account.port(), account.user(), password);
    return "The server accepted the log-in.";
  }

  private Service service() throws MessagingException {
    String protocol = ConnectionProperties.protocolOf(account);
    Properties settings = ConnectionProperties.of(account, protocol);
    settings.put("mail." + protocol + ".socketFactory", sockets);
    Session session = Session.getInstance(settings);
    return account.protocol() == null
        ? new BearerSmtp(session, protocol)
        : BearerImap.store(session, protocol);
  }

  String folder() throws MessagingException, StepFailed {
    Store store = (Store) service;
    Folder folder = store.getFolder(account.folder());
    if (!folder.exists()) {
      throw new StepFailed(
          "There is no folder \"%s\".".formatted(account.folder()),
          "Choose one of: %s.".formatted(someFolders(store)));
    }
    folder.open(Folder.READ_ONLY);
    try {
      return "%s holds %d messages.".formatted(account.folder(), folder.getMessageCount());
    } finally {
      folder.close(false);
    }
  }

  private static String someFolders(Store store) throws MessagingException {
    return Stream.of(store.getDefaultFolder().list("*"))
        .limit(SOME)
        .map(Folder::getFullName)
        .collect(Collectors.joining(", "));
  }

  /** Asks whether the account may send as the sender, and takes the question back. */
  String sender() throws MessagingException, StepFailed {
    SMTPTransport transport = (SMTPTransport) service;
    int reply = transport.simpleCommand("MAIL FROM:<" + account.sender() + ">");
    if (reply != 250) {
      throw new StepFailed(
          "The server refuses the sender %s: %s"
              .formatted(account.sender(), Words.of(transport.getLastServerResponse())),
          "Use an address that this account may send as.");
    }
    transport.simpleCommand("RSET");
    return "The server accepts the sender %s.".formatted(account.sender());
  }

  @Override
  public void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (MessagingException alreadyBroken) {
      LOG.log(System.Logger.Level.DEBUG, "a check did not log out", alreadyBroken);
    }
  }
}
