package org.mailroom.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Port to whoever knows what mailboxes depend on and when that runs out. Every CDI bean of this
 * type is asked.
 */
public interface Expiries {
  /** What is known of these mailboxes, in one query. */
  List<Expiry> of(Collection<MailboxId> mailboxes);

  /** What runs out before then, or has run out, of any active mailbox. */
  List<Expiry> before(Instant then);
}
