package org.mailroom.inbound.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.environment.NodeId;
import org.mailroom.mailbox.MailboxId;

/** The cursors of all mailboxes. Each call needs a transaction. */
public interface Cursors {
  /** The mailboxes among these that a node may read now, the longest waiting first. */
  List<Cursor> leasable(Collection<MailboxId> mailboxes, Instant now, NodeId node);

  /** Locks the cursor of a mailbox; empty if it was never to be read. */
  Optional<Cursor> lock(MailboxId mailbox);

  Optional<Cursor> find(MailboxId mailbox);

  void add(Cursor cursor);

  /** Gives back what a node held when it ended. */
  void release(NodeId owner);

  /**
   * Locks the cursor of a lease.
   *
   * @throws LeaseLost if it is not ours any more
   */
  default Cursor hold(Lease lease) {
    Cursor cursor = lock(lease.mailbox()).orElseThrow(() -> new LeaseLost(lease.mailbox()));
    cursor.require(lease);
    return cursor;
  }
}
