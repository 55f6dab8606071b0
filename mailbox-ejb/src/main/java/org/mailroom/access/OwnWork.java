package org.mailroom.access;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that Mailroom, or another module, does for itself and not for the caller: no role is asked
 * for, and it reaches everything.
 *
 * <p>For threads that take over the log-in of whoever happened to start them, and for the parts of
 * an allowed call that must see more than its caller, such as whether a name is taken. What such a
 * part has seen must not be shown.
 */
public final class OwnWork {
  private OwnWork() {}

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  public static <T> T call(Supplier<T> work) {
    try {
      return Call.OWN.around(work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A supplier throws nothing of the kind", e);
    }
  }

  /** The same threads, but nobody's. */
  public static Executor on(Executor threads) {
    return task -> threads.execute(() -> run(task));
  }
}
