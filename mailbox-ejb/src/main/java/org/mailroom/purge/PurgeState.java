package org.mailroom.purge;

/** Where a run stands. */
public enum PurgeState {
  RUNNING,
  /** A person wants it to end; it does after the step at hand. */
  STOPPING,
  STOPPED,
  DONE,
  FAILED
}
