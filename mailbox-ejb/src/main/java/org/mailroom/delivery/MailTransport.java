package org.mailroom.delivery;

import java.util.Optional;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue.Leased;

/** Hands messages to servers and keeps the connections of each lane apart. Thread-safe. */
public interface MailTransport {
  /** What one worker has to send, pulled message by message. Used by the thread that sends. */
  interface Batch {
    /**
     * The next message to put on the wire, asked for when there is room for it; more than one may
     * be on its way, as servers allow that (RFC 2920). Empty to end.
     */
    Optional<Leased> next();

    /** How a message ended: once for each that {@link #next} gave, in their order. */
    void ended(Leased message, Transmission transmission);
  }

  /**
   * Offers messages to a server one after the other over one connection, outside any transaction,
   * until there are no more or a {@link Transmission} tells of trouble; what was pulled and not
   * offered by then ends without a result. Never throws for what the server or the network does.
   * Takes minutes for a message at worst, as every step has a time-out.
   */
  void send(Lane lane, Account account, Batch batch);

  /** Closes connections that nobody has used for a while. */
  void tidy();

  /** Closes all connections. */
  void close();
}
