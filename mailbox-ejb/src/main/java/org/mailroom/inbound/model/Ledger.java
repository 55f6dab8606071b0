package org.mailroom.inbound.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.MailboxId;

/** Which mail was ever taken from where. Each call needs a transaction. */
public interface Ledger {
  /** Those of the uids that are stored or skipped already. */
  Set<String> known(MailboxId mailbox, Place place, Collection<String> uids);

  void skip(MailboxId mailbox, Place place, Collection<String> uids);

  /** Stores a mail whole; its id is set when this returns. */
  void add(ReceivedMail mail, byte[] raw);

  /** Whether the mailbox already had this mail: the same Message-ID and the same content. */
  boolean has(MailboxId mailbox, MailHeader header);

  /** The oldest such mail that is known from another place than this one. */
  Optional<ReceivedMail> elsewhere(MailboxId mailbox, Place place, MailHeader header);

  /** Some of the mail that is stored but not marked as read on the server, oldest first. */
  List<String> unmarked(MailboxId mailbox, Place place, int limit);

  void marked(MailboxId mailbox, Place place, Collection<String> uids);
}
