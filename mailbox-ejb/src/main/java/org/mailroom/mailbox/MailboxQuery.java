package org.mailroom.mailbox;

/**
 * Which mailboxes a list shows.
 *
 * @param text in name, server, user or sender, case ignored; null for all
 * @param type null for both
 */
public record MailboxQuery(String text, MailboxType type) {
  public static MailboxQuery all() {
    return new MailboxQuery(null, null);
  }
}
