package org.mailroom.dkim;

/** Where a key stands. */
public enum DkimKeyState {
  /** Made; signs nothing until its record is in the domain name system. */
  PREPARED,
  /** Signs the mail of its mailbox. */
  SIGNING,
  /** Signs no more; its record stays until mail that it has signed has arrived. */
  REPLACED
}
