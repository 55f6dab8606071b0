package org.mailroom.transaction;

import java.util.function.Supplier;

/** Where no container keeps the transaction: all is read each time. */
public final class EachTime extends ReadOnce {
  @Override
  public <T> T get(Object what, Supplier<T> read) {
    return read.get();
  }
}
