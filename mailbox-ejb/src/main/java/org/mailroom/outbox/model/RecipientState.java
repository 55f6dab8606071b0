package org.mailroom.outbox.model;

/** Where one recipient of a message stands. */
public enum RecipientState {
  WAITING,
  SENT,
  /** The server may have taken the message for this recipient or not; it still waits. */
  UNCERTAIN,
  /** The same, and a person decides. */
  ASKED,
  FAILED,
  /** It was taken, and returned later. */
  BOUNCED;

  boolean isUncertain() {
    return this == UNCERTAIN || this == ASKED;
  }

  boolean waits() {
    return this == WAITING || this == UNCERTAIN;
  }
}
