package org.mailroom.mailbox.check;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.List;
import java.util.Properties;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailroom.bearer.BearerImap;
import org.mailroom.bearer.BearerSmtp;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Protocol;
import org.mailroom.vault.Secret;

/** A second connection, made just as reading and sending make theirs. */
final class SignIn implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

  private final Account account;
  private final SocketFactory sockets;
  private final boolean international;
  private Service service;

  /**
   * @param international whether an address with letters beyond ASCII plays a part: only then, as a
   *     message that is sent so cannot go on to servers that know ASCII only (RFC 6531 3.2)
   */
  SignIn(Account account, SocketFactory sockets, boolean international) {
    this.account = account;
    this.sockets = sockets;
    this.international = international;
  }

  Seen login() throws MessagingException {
    service = service();
    if (account.authentication() == Authentication.NONE) {
      service.connect(account.server(), account.port(), null, null);
      return Seen.of(CheckCode.NO_SIGN_IN);
    }
    String password = account.password().map(Secret::reveal).orElse("");
    service.connect(account.server(), account.port(), account.user(), password);
    askOverPop3();
    return Seen.of(CheckCode.SIGNED_IN).with("features", String.join(", ", features()));
  }

  /**
   * The library takes the explanation of a refused token for a welcome; the refusal itself answers
   * the first command after it.
   */
  private void askOverPop3() throws AuthenticationFailedException {
    boolean byToken = account.authentication() == Authentication.OAUTH2;
    if (byToken && account.protocol() == Protocol.POP3 && !service.isConnected()) {
      throw new AuthenticationFailedException("The server does not go on after it.");
    }
  }

  private Service service() throws MessagingException {
    String protocol = ConnectionProperties.protocolOf(account);
    Properties settings = ConnectionProperties.of(account, protocol);
    settings.put("mail." + protocol + ".socketFactory", sockets);
    // a folder that may only be read is worth a word, not a refusal
    settings.setProperty("mail." + protocol + ".allowreadonlyselect", "true");
    // or saying goodbye would wait for a server that may be gone
    settings.setProperty("mail." + protocol + ".quitwait", "false");
    settings.setProperty("mail.mime.allowutf8", Boolean.toString(international));
    Session session = Session.getInstance(settings);
    return account.protocol() == null
        ? new BearerSmtp(session, protocol)
        : BearerImap.store(session, protocol);
  }

  /** What an IMAP server tells of itself only to those who have signed in. */
  private List<String> features() throws MessagingException {
    if (!(service instanceof IMAPStore imap)) {
      return List.of();
    }
    // the library asks once and remembers
    imap.hasCapability("IMAP4rev1");
    return Capabilities.offered(
        Capabilities.IMAP,
        name -> {
          try {
            return imap.hasCapability(name);
          } catch (MessagingException gone) {
            return false;
          }
        });
  }

  /** The store, after the log-in to an Input mailbox. */
  Store store() {
    return (Store) service;
  }

  /** The transport, after the log-in to an Output mailbox. */
  SMTPTransport transport() {
    return (SMTPTransport) service;
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
