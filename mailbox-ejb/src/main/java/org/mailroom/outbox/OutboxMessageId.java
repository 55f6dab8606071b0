package org.mailroom.outbox;

/** Names one outgoing message. */
public record OutboxMessageId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
