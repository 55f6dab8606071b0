package org.mailroom.inbound.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Stored mail, on its way to its meaning and after it. Each call needs a transaction. */
public interface StoredMails {
  /** The mailboxes with mail that is to be processed now, who waits longest first. */
  List<MailboxId> waitingMailboxes(Instant now);

  /** The mail of a mailbox that is to be processed now, oldest first. */
  List<Waiting> waiting(MailboxId mailbox, Instant now, int limit);

  /** Locks a mail until the transaction ends; empty if it is settled or another one has it. */
  Optional<ReceivedMail> claim(ReceivedId id);

  /** Those of them that it can lock, oldest first; else as {@link #claim(ReceivedId)}. */
  List<ReceivedMail> claim(List<ReceivedId> ids);

  Optional<ReceivedMail> find(ReceivedId id);

  /** Locks a mail, settled or not, until the transaction ends; waits for whoever has it. */
  Optional<ReceivedMail> lock(ReceivedId id);

  /** Oldest first. */
  List<ReceivedId> quarantinedFrom(MailboxId mailbox, EmailAddress sender, int limit);

  byte[] raw(ReceivedId id);

  Page<ReceivedMail> list(ReceivedQuery query, Slice slice);
}
