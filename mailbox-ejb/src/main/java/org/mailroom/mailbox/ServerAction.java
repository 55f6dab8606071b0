package org.mailroom.mailbox;

/** What is done on its server to a mail that has been read. */
public enum ServerAction {
  /** It stays as it is. */
  LEAVE,
  /** {@code \Seen} */
  MARK_READ,
  /** {@code \Flagged} */
  FLAG,
  /** To a folder, which is made if it is missing. */
  MOVE,
  DELETE
}
