package org.mailroom.watch;

/** What can be done to many mailboxes at once. */
public enum BulkAction {
  PAUSE,
  RESUME,
  /** Checks the connection with the stored settings. */
  CHECK
}
