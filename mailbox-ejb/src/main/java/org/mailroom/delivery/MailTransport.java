package org.mailroom.delivery;

import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue.Leased;

/** Hands messages to servers and keeps the connections of each lane apart. Thread-safe. */
public interface MailTransport {
  /**
   * Offers a message to a server, outside any transaction. Never throws for what the server or the
   * network does: that is in the answer. Takes minutes at worst, as every step has a time-out.
   */
  Transmission send(Lane lane, Account account, Leased message);

  /** Closes connections that nobody has used for a while. */
  void tidy();

  /** Closes all connections. */
  void close();
}
