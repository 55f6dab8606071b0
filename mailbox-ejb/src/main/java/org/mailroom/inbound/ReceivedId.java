package org.mailroom.inbound;

/** Names one received mail in the ledger. */
public record ReceivedId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
