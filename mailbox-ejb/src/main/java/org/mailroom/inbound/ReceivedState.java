package org.mailroom.inbound;

/** What became of a received mail. */
public enum ReceivedState {
  /** Stored, not yet processed. */
  STORED,
  /** It opened a request. */
  OPENED,
  /** It became an occurrence on a request. */
  APPENDED,
  /** Noise: bounces, robots, our own mail. */
  IGNORED,
  /** A person must look at it. */
  QUARANTINED
}
