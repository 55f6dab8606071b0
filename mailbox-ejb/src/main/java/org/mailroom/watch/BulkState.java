package org.mailroom.watch;

/** How far a bulk run has come with one mailbox. */
public enum BulkState {
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  /** The run was stopped before. */
  STOPPED
}
