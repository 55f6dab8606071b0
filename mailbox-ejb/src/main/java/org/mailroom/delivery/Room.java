package org.mailroom.delivery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all workers of a node share for big messages. A worker that holds some of it
 * never waits for more, so that two cannot wait for each other; a message bigger than all of it has
 * it alone. Thread-safe.
 */
final class Room {
  private static final int UNIT = 1 << 10;
  private static final int NODE = 32 << 10;
  private static final long PATIENCE_MILLIS = 250;

  // whoever waits is served in turn, so that a very big one is not passed by for ever
  private final Semaphore units;
  private final int all;

  Room() {
    this(NODE);
  }

  Room(int units) {
    this.units = new Semaphore(units, true);
    this.all = units;
  }

  /**
   * @param patient whether to wait a little
   * @return whether there was room
   */
  boolean take(long bytes, boolean patient) {
    try {
      return units.tryAcquire(units(bytes), patient ? PATIENCE_MILLIS : 0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void give(long bytes) {
    units.release(units(bytes));
  }

  private int units(long bytes) {
    return (int) Math.min(all, bytes / UNIT + 1);
  }
}
