package org.mailroom.mailbox.model;

import java.util.Objects;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.ServerName;

/**
 * Where a mailbox connects to, how that is protected, and as whom.
 *
 * @param server null while nobody has said, and of a mailbox that sends by a Mail Session
 * @param security null of a Mail Session that is not there
 */
public record Connection(
    String server,
    Integer port,
    Security security,
    boolean verifyCertificate,
    Authentication authentication,
    String user) {

  /** What is kept of a connection that a Mail Session of the server knows: nothing. */
  public static final Connection OF_SESSION =
      new Connection(null, null, null, true, Authentication.NONE, null);

  static Connection of(MailboxDraft draft, MailboxType type, Protocol protocol) {
    Security security = Objects.requireNonNullElse(draft.security(), Security.TLS);
    boolean usual = draft.port() == null && type != null;
    return new Connection(
        server(draft.server()),
        usual ? Integer.valueOf(UsualPorts.of(protocol, security)) : draft.port(),
        security,
        !Boolean.FALSE.equals(draft.verifyCertificate()),
        authentication(draft, type),
        MailboxSettings.text(draft.user()));
  }

  private static String server(String stated) {
    String server = MailboxSettings.text(stated);
    return server == null ? null : ServerName.ascii(server).orElse(server);
  }

  private static Authentication authentication(MailboxDraft draft, MailboxType type) {
    if (draft.authentication() != null) {
      return draft.authentication();
    }
    boolean open = type == MailboxType.OUTPUT && MailboxSettings.text(draft.user()) == null;
    return open ? Authentication.NONE : Authentication.PASSWORD;
  }

  /** Whether a password of one belongs to the other: the same server and user. */
  boolean sameAccount(Connection other) {
    return Objects.equals(server, other.server) && Objects.equals(user, other.user);
  }

  /**
   * Whether a password that was stored with the other may be tried here without being typed again:
   * it must not reach another listener, nor travel less protected than it was meant to.
   */
  boolean guardsAsWellAs(Connection stored) {
    return sameAccount(stored)
        && Objects.equals(port, stored.port)
        && security == stored.security
        && (verifyCertificate || !stored.verifyCertificate);
  }
}
