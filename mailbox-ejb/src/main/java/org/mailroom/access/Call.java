package org.mailroom.access;

import java.util.Optional;
import java.util.concurrent.Callable;

/** One way through the service beans, from the first that was entered; bound to its thread. */
record Call(Reach reach) {
  /** What Mailroom does for itself. */
  static final Call OWN = new Call(Reach.everything());

  private static final ThreadLocal<Call> PRESENT = new ThreadLocal<>();

  static Optional<Call> present() {
    return Optional.ofNullable(PRESENT.get());
  }

  <T> T around(Callable<T> work) throws Exception {
    Call outer = PRESENT.get();
    PRESENT.set(this);
    try {
      return work.call();
    } finally {
      restore(outer);
    }
  }

  // threads of a pool live on, and must keep nothing
  private static void restore(Call outer) {
    if (outer == null) {
      PRESENT.remove();
    } else {
      PRESENT.set(outer);
    }
  }
}
