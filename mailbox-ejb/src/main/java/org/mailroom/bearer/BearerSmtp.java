package org.mailroom.bearer;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP connection, which can sign in with a token, and with a password by CRAM-MD5
 * where the server has no way of the library's.
 */
public class BearerSmtp extends SMTPTransport {
  // what the library calls the only one of them that it knows
  private static final String LIBRARYS = "AUTH " + Mechanism.XOAUTH2 + " ";
  private static final String LIBRARYS_LOGIN = "LOGIN";
  private static final List<String> LIBRARYS_WAYS =
      List.of(LIBRARYS_LOGIN, "PLAIN", "DIGEST-MD5", "NTLM");
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
    return switch (mechanism) {
      case "XOAUTH2" -> Mechanism.of(super::supportsAuthentication).isPresent();
      case LIBRARYS_LOGIN -> super.supportsAuthentication(LIBRARYS_LOGIN) || hasCramMd5Only();
      default -> super.supportsAuthentication(mechanism);
    };
  }

  private boolean hasCramMd5Only() {
    return super.supportsAuthentication(CramMd5.NAME)
        && LIBRARYS_WAYS.stream().noneMatch(super::supportsAuthentication);
  }

  @Override
  public synchronized int simpleCommand(String command) throws MessagingException {
    if (command.startsWith(LIBRARYS)) {
      return show();
    }
    return command.startsWith("AUTH " + LIBRARYS_LOGIN) && hasCramMd5Only()
        ? prove()
        : super.simpleCommand(command);
  }

  private int prove() throws MessagingException {
    int asked = super.simpleCommand("AUTH " + CramMd5.NAME);
    if (asked != GO_ON) {
      return asked;
    }
    String challenge = getLastServerResponse().substring("334".length());
    return super.simpleCommand(CramMd5.answer(bearer.user(), bearer.token(), challenge));
  }

  /** The refusal itself, not the explanation before it, says whether it is for good. */
  private int show() throws MessagingException {
    Mechanism mechanism = Mechanism.of(super::supportsAuthentication).orElseThrow();
    int answer = super.simpleCommand("AUTH %s %s".formatted(mechanism, bearer.initial(mechanism)));
    return answer == GO_ON ? super.simpleCommand(Bearer.encoded(mechanism.resignation())) : answer;
  }
}
