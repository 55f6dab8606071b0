package org.mailroom.console.mailbox;

import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** The port a server of a kind usually listens on (RFC 8314), for the form to fill in. */
final class UsualPort {

  private UsualPort() {}

  static int of(MailboxType type, Protocol protocol, Security security) {
    if (type == MailboxType.OUTPUT) {
      return choose(security, 465, 587, 25);
    }
    return protocol == Protocol.POP3
        ? choose(security, 995, 110, 110)
        : choose(security, 993, 143, 143);
  }

  private static int choose(Security security, int tls, int startTls, int plain) {
    return switch (security) {
      case TLS -> tls;
      case STARTTLS -> startTls;
      case NONE -> plain;
    };
  }
}
