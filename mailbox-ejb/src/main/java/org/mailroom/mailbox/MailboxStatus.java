package org.mailroom.mailbox;

/** How a mailbox is doing, in the word the lists show. */
public enum MailboxStatus {
  OK,
  /** It works, but something wants attention: the last try failed for a passing reason. */
  WARNING,
  /** It does not work until a person acts. */
  ERROR,
  PAUSED,
  NEVER_RUN
}
