package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.model.Connection;
import org.mailroom.mailbox.smtp.SessionSettings;

/**
 * The Mail Sessions that the operator has defined on this server. Each is looked up anew when it is
 * used, so what the operator changes counts from the next connection on. Thread-safe; for
 * components of this module.
 */
@Dependent
public class MailSessions {
  /** Where names become objects: JNDI. */
  @FunctionalInterface
  public interface Names {
    /**
     * @throws NamingException if there is no such name
     */
    Object find(String name) throws NamingException;
  }

  private final Names names;

  public MailSessions() {
    this(InitialContext::doLookup);
  }

  public MailSessions(Names names) {
    this.names = names;
  }

  /**
   * The account as it connects now: with server, security, log-in and all other settings of its
   * Mail Session, if it names one; otherwise the same.
   *
   * @throws NoMailSession if this server has none of that name
   */
  public Account enter(Account account) {
    return account
        .session()
        .map(session -> settings(session.jndiName()).enter(account))
        .orElse(account);
  }

  /** Where a session leads; empty of all facts if it is not there. */
  Connection connection(String name) {
    try {
      return settings(name).connection();
    } catch (NoMailSession missing) {
      return Connection.OF_SESSION;
    }
  }

  private SessionSettings settings(String name) {
    try {
      return SessionSettings.of(name, names.find(name));
    } catch (NamingException unknown) {
      throw NoMailSession.missing(name);
    }
  }
}
