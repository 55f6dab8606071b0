package org.mailroom.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A share of the server's threads: so many tasks at once, the others wait in their order. */
final class Workers implements Executor {
  private final Executor threads;
  private final int most;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;
  private boolean stopped;

  Workers(Executor threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  @Override
  public synchronized void execute(Runnable task) {
    waiting.addLast(task);
    startNext();
    notifyAll(); // who lingers makes way
  }

  /** Starts what the server had no thread for. */
  synchronized void nudge() {
    startNext();
  }

  /** Whether a task waits for one of them. */
  synchronized boolean areWanted() {
    return !waiting.isEmpty();
  }

  /** Keeps the caller's thread until a time, or a task waits for it, or all is to end. */
  synchronized void linger(long untilNanos) {
    try {
      for (long left = untilNanos - System.nanoTime();
          left > 0 && !areWanted() && !stopped;
          left = untilNanos - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startNext() {
    while (busy < most && !waiting.isEmpty()) {
      Runnable task = waiting.removeFirst();
      if (!started(task)) {
        waiting.addFirst(task);
        return;
      }
      busy++;
    }
  }

  private boolean started(Runnable task) {
    try {
      threads.execute(() -> run(task));
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      finished();
    }
  }

  private synchronized void finished() {
    busy--;
    startNext();
    notifyAll();
  }

  /** Drops what waits and lets what runs come to its end, for so long at most. */
  synchronized void stop(Duration patience) throws InterruptedException {
    waiting.clear();
    stopped = true;
    notifyAll();
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); busy > 0 && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
