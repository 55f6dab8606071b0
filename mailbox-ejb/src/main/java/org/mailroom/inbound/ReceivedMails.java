package org.mailroom.inbound;

import jakarta.ejb.Stateless;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The inbound ledger: every mail that was ever read, and what became of it. */
@Stateless
public class ReceivedMails {
  public Page<ReceivedView> list(ReceivedQuery query, Slice slice) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws ReceivedNotFound if there is none
   */
  public ReceivedView get(ReceivedId id) {
    throw new UnsupportedOperationException();
  }

  /** The mail as it came (RFC 5322). */
  public byte[] raw(ReceivedId id) {
    throw new UnsupportedOperationException();
  }

  /** The mail, parsed again from its raw bytes. */
  public IncomingMail parsed(ReceivedId id) {
    throw new UnsupportedOperationException();
  }

  /** Decides an ignored or quarantined mail anew. */
  public void runAgain(ReceivedId id) {
    throw new UnsupportedOperationException();
  }

  /** Reads a mailbox now, without waiting for its next turn. Returns at once. */
  public void readNow(MailboxId mailbox) {
    throw new UnsupportedOperationException();
  }
}
