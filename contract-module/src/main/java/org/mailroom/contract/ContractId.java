package org.mailroom.contract;

/** Names one contract. */
public record ContractId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
