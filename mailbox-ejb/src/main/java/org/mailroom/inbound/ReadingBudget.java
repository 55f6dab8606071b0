package org.mailroom.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of mail all readers and processors of a node may hold at a time. Who wants more
 * than is left waits for others to put theirs down, in the order of asking. Thread-safe.
 */
final class ReadingBudget {
  /** While a mail is fetched, decoded and stored there are several copies of it. */
  private static final int PART_OF_HEAP = 12;

  private static final long LEAST = 32L << 20;
  private static final int UNIT = 1 << 10;

  private final int most;
  private final Semaphore left;
  private final Optional<ReadingBudget> whole;
  private final Optional<ReadingBudget> suspects;

  /**
   * @param bytes as one; at least two kilobytes
   */
  ReadingBudget(long bytes) {
    most = Math.toIntExact(bytes / UNIT);
    left = new Semaphore(most, true);
    whole = Optional.empty();
    suspects = Optional.of(new ReadingBudget(this));
  }

  private ReadingBudget(ReadingBudget whole) {
    most = whole.most / 2;
    left = new Semaphore(most, true);
    this.whole = Optional.of(whole);
    suspects = Optional.empty();
  }

  /**
   * Half of it, for what failed before: a server that hangs holds what is taken for as long as the
   * time-outs allow, and however many hang, the other half is left to those that do not.
   */
  ReadingBudget suspects() {
    return suspects.orElse(this);
  }

  /** A part of the heap of this JVM. */
  static ReadingBudget ofHeap() {
    return new ReadingBudget(
        Math.min(
            Integer.MAX_VALUE, Math.max(LEAST, Runtime.getRuntime().maxMemory() / PART_OF_HEAP)));
  }

  /**
   * Does work that holds so many bytes; what is larger than all there is waits until it is alone.
   *
   * @param patience with the others
   * @return false if that was not enough: then nothing is done
   */
  boolean hold(long bytes, Duration patience, Runnable work) {
    Optional<Runnable> putDown = take(bytes, patience);
    putDown.ifPresent(last -> doFirst(work, last));
    return putDown.isPresent();
  }

  private static void doFirst(Runnable work, Runnable last) {
    try {
      work.run();
    } finally {
      last.run();
    }
  }

  /**
   * Takes so many bytes for work that does not end where it begins; else as {@link #hold}.
   *
   * @return puts them down, to be run once by whichever thread; empty if the patience was not
   *     enough
   */
  Optional<Runnable> take(long bytes, Duration patience) {
    int share = (int) Math.min(most, bytes / UNIT + 1);
    return take(share, System.nanoTime() + patience.toNanos());
  }

  /** What is taken of a part is taken of the whole too. */
  private Optional<Runnable> take(int share, long until) {
    if (!taken(share, until)) {
      return Optional.empty();
    }
    Runnable putDown = () -> left.release(share);
    if (whole.isEmpty()) {
      return Optional.of(putDown);
    }
    Optional<Runnable> ofAll = whole.get().take(share, until);
    if (ofAll.isEmpty()) {
      putDown.run();
    }
    return ofAll.map(all -> () -> doFirst(all, putDown));
  }

  private boolean taken(int share, long until) {
    try {
      return left.tryAcquire(share, until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
