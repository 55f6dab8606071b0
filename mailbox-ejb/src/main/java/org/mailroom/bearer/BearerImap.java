package org.mailroom.bearer;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** The library's IMAP store, whose connections can sign in with a token. */
public final class BearerImap extends IMAPStore {
  private BearerImap(Session session, String protocol) {
    super(session, null, protocol, protocol.equals("imaps"));
  }

  /**
   * A store that is not connected yet.
   *
   * @param protocol {@code imap} or {@code imaps}; any other is the library's
   */
  public static Store store(Session session, String protocol) throws MessagingException {
    return protocol.startsWith("imap")
        ? new BearerImap(session, protocol)
        : session.getStore(protocol);
  }

  @Override
  protected IMAPProtocol newIMAPProtocol(String host, int port)
      throws IOException, ProtocolException {
    return new BearerImapConnection(name, host, port, session.getProperties(), isSSL, logger);
  }
}
