package org.mailroom.deployed;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waits for a condition, never for luck. */
public final class Await {
  /** Only for what never comes: long enough for the slowest machine, and costs nothing else. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    until(LIMIT, what, condition);
  }

  public static void until(Duration limit, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + limit + ": " + what);
      }
      pause();
    }
  }

  /** Returns when a number has not changed for a while. */
  public static void steady(Duration limit, Duration time, IntSupplier number) {
    int[] last = {number.getAsInt()};
    long[] since = {System.nanoTime()};
    until(
        limit,
        "steady for " + time,
        () -> {
          int now = number.getAsInt();
          if (now != last[0]) {
            last[0] = now;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > time.toNanos();
        });
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
