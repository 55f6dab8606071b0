package org.mailroom.purge;

/** So many things, and the bytes of mail that they hold. */
public record Amount(long items, long bytes) {
  public static final Amount NONE = new Amount(0, 0);

  public Amount plus(Amount other) {
    return new Amount(items + other.items, bytes + other.bytes);
  }

  public Amount minus(Amount other) {
    return new Amount(items - other.items, bytes - other.bytes);
  }
}
