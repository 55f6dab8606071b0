package org.mailroom.mailbox;

import java.util.Properties;

/**
 * The Jakarta Mail settings of an account, the same for reading, sending and checking: finite
 * time-outs (docs/mail-rules), STARTTLS required where chosen, certificate and host name checked
 * unless switched off, and a socket factory that sets TCP_NODELAY and refuses private targets that
 * are not allowed.
 */
public final class ConnectionProperties {
  private ConnectionProperties() {}

  /**
   * @param protocol the Jakarta Mail name: {@code imap}, {@code imaps}, {@code pop3}, {@code
   *     pop3s}, {@code smtp} or {@code smtps}; the settings' names begin with {@code
   *     mail.<protocol>.}
   */
  public static Properties of(MailboxAccess.Account account, String protocol) {
    throw new UnsupportedOperationException();
  }

  /** The Jakarta Mail protocol name of an account: {@code imaps} for IMAP over TLS, and so on. */
  public static String protocolOf(MailboxAccess.Account account) {
    throw new UnsupportedOperationException();
  }
}
