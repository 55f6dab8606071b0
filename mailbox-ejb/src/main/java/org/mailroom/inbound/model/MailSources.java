package org.mailroom.inbound.model;

import org.mailroom.mailbox.MailboxAccess.Account;

/** Port to the mail servers. */
@FunctionalInterface
public interface MailSources {
  /**
   * Connects, logs in, and opens the account's folder.
   *
   * @throws SourceTrouble if one of these fails
   */
  MailSource open(Account account);
}
