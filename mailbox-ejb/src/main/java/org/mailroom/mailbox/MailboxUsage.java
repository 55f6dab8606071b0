package org.mailroom.mailbox;

import java.util.List;

/**
 * Port to whoever names mailboxes from above (contracts, flows). Every CDI bean of this type is
 * asked before a mailbox is deleted and for the column "used by".
 */
public interface MailboxUsage {
  /**
   * One user of a mailbox.
   *
   * @param kind {@code contract} or {@code flow}
   * @param name what a person calls it
   */
  record Use(String kind, String name) {}

  List<Use> usesOf(MailboxId mailbox);
}
