package org.mailroom.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Settles the groups of a node that have waited long enough, while their workers wait for servers.
 * Has a thread as long as there are any. Thread-safe.
 */
final class Overdue {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int IDLE_LOOKS = 10;

  private final Executor threads;
  private final Set<Settling> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();

  Overdue(Executor threads) {
    this.threads = threads;
  }

  /** A group was begun. */
  void watch(Settling settling) {
    watched.add(settling);
    if (running.compareAndSet(false, true)) {
      start(settling);
    }
  }

  private void start(Settling settling) {
    try {
      threads.execute(this::run);
    } catch (RejectedExecutionException full) {
      running.set(false);
      settling.settle(); // without a thread to wait on, it does not wait
    }
  }

  private void run() {
    do {
      look();
      running.set(false);
      // one may have come since the last look
    } while (!watched.isEmpty() && running.compareAndSet(false, true));
  }

  // goes on for a while when there are none: the next ones are begun in a moment
  private void look() {
    for (int idle = 0; idle < IDLE_LOOKS; idle = watched.isEmpty() ? idle + 1 : 0) {
      LockSupport.parkNanos(LOOK_NANOS);
      List.copyOf(watched).forEach(this::look);
    }
  }

  private void look(Settling settling) {
    watched.remove(settling);
    if (settling.isOverdue()) {
      settling.settle();
    }
    // asked after it was removed: a group begun meanwhile is not missed
    if (settling.isOpen()) {
      watched.add(settling);
    }
  }
}
