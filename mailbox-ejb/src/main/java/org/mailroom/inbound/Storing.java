package org.mailroom.inbound;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stores what a reader has fetched while it fetches more: one batch at a time, in their order. For
 * one reader.
 */
final class Storing {
  private final Executor executor;
  private FutureTask<Void> last = nothing();

  Storing(Executor executor) {
    this.executor = executor;
  }

  private static FutureTask<Void> nothing() {
    return new FutureTask<>(() -> null);
  }

  /** Begins with a batch once the one before it is stored; throws what that one threw. */
  void begin(Runnable batch) {
    finish();
    last = new FutureTask<>(batch, null);
    try {
      executor.execute(last);
    } catch (RejectedExecutionException e) {
      // then it is done by whoever asks for its end
      return;
    }
  }

  /** Waits until all is stored; throws, once, what the last batch threw. */
  void finish() {
    FutureTask<Void> batch = last;
    last = nothing();
    // a server whose threads are all readers would never come to it
    batch.run();
    try {
      batch.get();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a batch was stored", e);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
