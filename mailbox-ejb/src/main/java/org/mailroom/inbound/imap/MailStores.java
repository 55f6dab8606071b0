package org.mailroom.inbound.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.mailroom.bearer.BearerImap;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.vault.Secret;

/** Connects to an account's server and logs in; IMAP and POP3 alike. */
public final class MailStores {
  private MailStores() {}

  public static Store connect(Account account) throws MessagingException {
    String protocol = ConnectionProperties.protocolOf(account);
    Properties settings = ConnectionProperties.of(account, protocol);
    Store store = BearerImap.store(Session.getInstance(settings), protocol);
    try {
      store.connect(
          account.server(),
          account.port(),
          account.user(),
          account.password().map(Secret::reveal).orElse(""));
      return store;
    } catch (MessagingException | RuntimeException e) {
      close(store);
      throw e;
    }
  }

  /** Never throws: what was read is stored by then, and the server ends the session by itself. */
  public static void close(Store store) {
    try {
      store.close();
    } catch (MessagingException e) {
      System.getLogger(MailStores.class.getName())
          .log(System.Logger.Level.DEBUG, "inbound.close_failed", e);
    }
  }
}
