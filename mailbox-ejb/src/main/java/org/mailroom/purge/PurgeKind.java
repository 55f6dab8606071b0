package org.mailroom.purge;

/** What is removed. */
public enum PurgeKind {
  /** Outgoing messages with their recipients and history. */
  MESSAGES,
  /** The content of outgoing messages; their line in the log stays. */
  BODIES,
  /** The content of received mail; its line in the ledger stays, so nothing is read twice. */
  RECEIVED,
  /** The content of files that no request has any more. */
  FILES
}
