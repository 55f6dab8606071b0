package org.mailroom.transaction;

import jakarta.ejb.ApplicationException;
import java.util.function.Supplier;

/**
 * A transaction that may take along work which could as well follow in a transaction of its own,
 * for the price of one. If that work fails, all is undone and done once more without it: what the
 * transaction is for never fails for what it took along.
 *
 * <p>For whoever begins transactions, around each of them; inside of one it changes nothing. Of the
 * thread that calls; thread-safe.
 */
public final class TakingAlong {
  // empty where nobody would run a transaction again
  private static final ThreadLocal<Boolean> ALLOWED = new ThreadLocal<>();

  private TakingAlong() {}

  /** Passes through containers as it is, without a line in their logs: nothing is lost by it. */
  @ApplicationException(rollback = true)
  private static final class TakenAlongFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenAlongFailed(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Runs a transaction, and once more if something that it took along has failed.
   *
   * @throws RuntimeException whatever else the transaction throws
   */
  public static <T> T call(Supplier<T> transaction) {
    if (ALLOWED.get() != null) {
      // whoever is around it runs it again
      return transaction.get();
    }
    try {
      return run(transaction, true);
    } catch (RuntimeException e) {
      if (!isOfWork(e)) {
        throw e;
      }
      return run(transaction, false);
    }
  }

  private static <T> T run(Supplier<T> transaction, boolean allowed) {
    ALLOWED.set(allowed);
    try {
      return transaction.get();
    } finally {
      ALLOWED.remove();
    }
  }

  // containers wrap what was thrown
  private static boolean isOfWork(Throwable thrown) {
    return thrown != null && (thrown instanceof TakenAlongFailed || isOfWork(thrown.getCause()));
  }

  /** Whether the transaction that runs takes work along. */
  public static boolean isAllowed() {
    return Boolean.TRUE.equals(ALLOWED.get());
  }

  /** Does such work in a transaction that takes it along; its failure is no failure of the rest. */
  public static <T> T work(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new TakenAlongFailed(e);
    }
  }
}
