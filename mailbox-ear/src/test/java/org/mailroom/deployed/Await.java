package org.mailroom.deployed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for luck. */
public final class Await {
  private Await() {}

  public static void until(Duration limit, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + limit + ": " + what);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
