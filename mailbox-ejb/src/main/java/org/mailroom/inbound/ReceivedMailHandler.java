package org.mailroom.inbound;

import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.MailboxId;

/** Port to whoever is above: says which mailboxes to read and what a mail means. */
public interface ReceivedMailHandler {
  /**
   * Returns when mail can be handled, which may be a while after the start of the application.
   * Called outside of any transaction, before {@link #handle}: a transaction that waits may keep
   * others from what they need to start.
   */
  void ready();

  /**
   * Whether {@link #handle} may wait for another system. Then each mail has a transaction of its
   * own, so that nothing that was made of other mail is held meanwhile.
   */
  boolean waitsForOthers();

  /** The mailboxes whose mail has a taker; only these are read. */
  Set<MailboxId> mailboxesToRead();

  /**
   * Turns one stored mail into what it means, in the transaction that also settles its ledger row;
   * mails that have nothing to do with each other may share one. May be called again for the same
   * mail after a crash or a rollback.
   *
   * @return empty if the mailbox is no longer among those to read
   * @throws RuntimeException counts as one failed try; after several the mail is quarantined
   */
  Optional<Outcome> handle(IncomingMail mail);
}
