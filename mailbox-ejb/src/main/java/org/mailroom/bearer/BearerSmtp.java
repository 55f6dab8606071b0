package org.mailroom.bearer;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The library's SMTP connection, which can sign in with a token. */
public class BearerSmtp extends SMTPTransport {
  // what the library calls the only one of them that it knows
  private static final String LIBRARYS = "AUTH " + Mechanism.XOAUTH2 + " ";
  private static final int GO_ON = 334;

  private Bearer bearer;

  /**
   * @param protocol {@code smtp} or {@code smtps}
   */
  public BearerSmtp(Session session, String protocol) {
    super(session, null, protocol, protocol.equals("smtps"));
  }

  @Override
  protected synchronized boolean protocolConnect(String host, int port, String user, String secret)
      throws MessagingException {
    bearer = new Bearer(user, secret, host, port);
    return super.protocolConnect(host, port, user, secret);
  }

  @Override
  protected boolean supportsAuthentication(String mechanism) {
    return mechanism.equals(Mechanism.XOAUTH2.name())
        ? Mechanism.of(super::supportsAuthentication).isPresent()
        : super.supportsAuthentication(mechanism);
  }

  @Override
  public synchronized int simpleCommand(String command) throws MessagingException {
    return command.startsWith(LIBRARYS) ? show() : super.simpleCommand(command);
  }

  /** The refusal itself, not the explanation before it, says whether it is for good. */
  private int show() throws MessagingException {
    Mechanism mechanism = Mechanism.of(super::supportsAuthentication).orElseThrow();
    int answer = super.simpleCommand("AUTH %s %s".formatted(mechanism, bearer.initial(mechanism)));
    return answer == GO_ON ? super.simpleCommand(Bearer.encoded(mechanism.resignation())) : answer;
  }
}
