package org.mailroom.inbound.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** Those of the fingerprints whose mail the mailbox already had. */
  Set<String> received(MailboxId mailbox, Collection<String> fingerprints);

  /** The oldest such mail that is known from another place than this one. */
  Optional<ReceivedMail> elsewhere(MailboxId mailbox, Place place, MailHeader header);

  /**
   * A stored mail to which something is to be done on the server.
   *
   * @param tried whether that was tried in an earlier session
   */
  record Undone(long id, String uid, boolean quarantined, boolean tried) {}

  /**
   * Some of this mail, oldest first.
   *
   * @param settled whether only mail counts of which it is known what became of it
   * @param afterId the last that was asked for before; 0 for none
   */
  List<Undone> undone(MailboxId mailbox, Place place, boolean settled, long afterId, int limit);

  /**
   * Those of the uids whose mail nobody else is changing; nobody can until this transaction ends.
   */
  Set<String> free(MailboxId mailbox, Place place, Collection<String> uids);

  /** Nothing more is to be done to it. */
  void marked(MailboxId mailbox, Place place, Collection<String> uids);

  /** It was tried, and is to be looked at again. */
  void tried(MailboxId mailbox, Place place, Collection<String> uids);

  /** The mail of a place that failed before and is not stored yet, and how often it did alone. */
  Map<String, Integer> stumbles(MailboxId mailbox, Place place);

  /**
   * Notes that mail failed.
   *
   * @param alone whether it did by itself; with others any of them may be to blame
   */
  void stumbled(MailboxId mailbox, Place place, Collection<String> uids, boolean alone);

  /** Mail that failed before is stored at last, or gone. */
  void recovered(MailboxId mailbox, Place place, Collection<String> uids);
}
