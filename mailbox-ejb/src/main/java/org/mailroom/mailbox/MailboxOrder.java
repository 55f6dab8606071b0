package org.mailroom.mailbox;

/**
 * The order of a list of mailboxes; those that are alike in it go by name, and those that have no
 * value in it come last.
 */
public record MailboxOrder(Column by, boolean descending) {
  public static final MailboxOrder BY_NAME = new MailboxOrder(Column.NAME, false);

  /** What a list may be sorted by. */
  public enum Column {
    NAME,
    TYPE,
    ADDRESS,
    SERVER,
    SECURITY,
    /** The worst first. */
    STATUS,
    LAST_SUCCESS,
    LAST_ERROR
  }
}
