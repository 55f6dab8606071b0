package org.mailroom.inbound;

import java.util.Set;
import org.mailroom.mailbox.MailboxId;

/** Port to whoever is above: says which mailboxes to read and what a mail means. */
public interface ReceivedMailHandler {
  /** The mailboxes whose mail has a taker; only these are read. */
  Set<MailboxId> mailboxesToRead();

  /** Whether a mailbox is among these; asked for each mail. */
  default boolean takes(MailboxId mailbox) {
    return mailboxesToRead().contains(mailbox);
  }

  /**
   * Turns one stored mail into what it means, in the transaction that also settles its ledger row.
   * May be called again for the same mail after a crash or a rollback.
   *
   * @throws RuntimeException counts as one failed try; after several the mail is quarantined
   */
  Outcome handle(IncomingMail mail);
}
