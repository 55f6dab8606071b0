package org.mailroom.request;

/** Where a request stands. */
public enum Situation {
  IN_PROGRESS,
  SUSPENDED,
  CANCELLED,
  RESOLVED,
  REOPENED,
  CLOSED;

  /** Whether it is being attended, so that its flow may go on. */
  public boolean isOpen() {
    return this == IN_PROGRESS || this == REOPENED;
  }
}
