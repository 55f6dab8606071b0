package org.mailroom.inbound.model;

import java.util.function.Supplier;

/** Runs work in a database transaction of its own; an exception rolls it back. */
public interface Transactions {
  <T> T call(Supplier<T> work);

  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
