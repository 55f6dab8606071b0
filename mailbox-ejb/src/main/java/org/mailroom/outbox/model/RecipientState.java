package org.mailroom.outbox.model;

/** Where one recipient of a message stands. */
public enum RecipientState {
  WAITING,
  SENT,
  /** The server may have taken the message for this recipient or not; it still waits. */
  UNCERTAIN,
  FAILED;

  boolean waits() {
    return this == WAITING || this == UNCERTAIN;
  }
}
