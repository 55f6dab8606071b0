package org.mailroom.audit;

import java.util.Optional;

/**
 * The address that the work of this thread was asked for from. Whoever takes a request sets it for
 * as long as the request lasts; the application's own threads have none.
 */
public final class RemoteAddress implements AutoCloseable {
  private static final int MAX_LENGTH = 200;
  private static final ThreadLocal<String> PRESENT = new ThreadLocal<>();

  private final String before;

  private RemoteAddress(String before) {
    this.before = before;
  }

  /** From now on, until closed, the work is asked for from this address. */
  public static RemoteAddress of(String address) {
    RemoteAddress change = new RemoteAddress(PRESENT.get());
    PRESENT.set(address.substring(0, Math.min(MAX_LENGTH, address.length())));
    return change;
  }

  static Optional<String> present() {
    return Optional.ofNullable(PRESENT.get());
  }

  @Override
  public void close() {
    if (before == null) {
      PRESENT.remove();
    } else {
      PRESENT.set(before);
    }
  }
}
