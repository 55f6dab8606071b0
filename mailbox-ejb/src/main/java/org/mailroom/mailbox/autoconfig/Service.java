package org.mailroom.mailbox.autoconfig;

import java.util.List;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/**
 * A service that domains announce by SRV records (RFC 6186; RFC 8314 5.1 for {@code submissions}).
 * Those without TLS from the first byte are taken with STARTTLS, which is required.
 *
 * @param protocol null for sending
 */
record Service(String label, Protocol protocol, Security security) {
  private static final List<Service> READING =
      List.of(
          new Service("_imaps._tcp", Protocol.IMAP, Security.TLS),
          new Service("_imap._tcp", Protocol.IMAP, Security.STARTTLS),
          new Service("_pop3s._tcp", Protocol.POP3, Security.TLS),
          new Service("_pop3._tcp", Protocol.POP3, Security.STARTTLS));
  private static final List<Service> SENDING =
      List.of(
          new Service("_submissions._tcp", null, Security.TLS),
          new Service("_submission._tcp", null, Security.STARTTLS));

  /** The services for a type, the best first. */
  static List<Service> of(MailboxType type) {
    return type == MailboxType.INPUT ? READING : SENDING;
  }
}
