package org.mailroom.mailbox.model;

import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** The ports that servers listen on unless somebody moved them. */
public final class UsualPorts {
  private UsualPorts() {}

  /**
   * @param protocol of an Input mailbox; null for an Output mailbox, which speaks SMTP
   */
  public static int of(Protocol protocol, Security security) {
    if (protocol == null) {
      return sending(security);
    }
    boolean tls = security == Security.TLS;
    return protocol == Protocol.IMAP ? (tls ? 993 : 143) : (tls ? 995 : 110);
  }

  private static int sending(Security security) {
    return switch (security) {
      case TLS -> 465;
      case STARTTLS -> 587;
      case NONE -> 25;
    };
  }
}
