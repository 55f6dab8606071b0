package org.mailroom.delivery.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is tried again.
 *
 * <p>It is given up by the time since it was queued, but not before it was tried a few times: what
 * waited for a paused mailbox or a limit has not had its chance yet.
 *
 * @param waits after the first, second, … failed try; the last one repeats
 */
public record RetryPolicy(List<Duration> waits) {
  /** 1, 5, 15, 30 minutes, 1, 2, 4, 4 … hours. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(30),
              Duration.ofHours(1),
              Duration.ofHours(2),
              Duration.ofHours(4)));

  /** So often a message is tried at least, however late it is. */
  public static final int LEAST_TRIES = 4;

  // a server that was down is not met by all its mail in the same second
  private static final double SPREAD = 0.1;

  public RetryPolicy {
    waits = List.copyOf(waits);
  }

  /**
   * @param failures tries that have failed, the present one included; at least 1
   * @param end when the message is to be given up
   * @param chance from 0 to 1: where in the spread the next try falls
   * @return empty to give up
   */
  public Optional<Instant> nextAttempt(int failures, Instant end, Instant now, double chance) {
    Duration wait = waits.get(Math.min(failures, waits.size()) - 1);
    if (failures >= LEAST_TRIES && now.plus(wait).isAfter(end)) {
      return Optional.empty();
    }
    double spread = 1 - SPREAD + 2 * SPREAD * chance;
    return Optional.of(now.plusMillis(Math.round(wait.toMillis() * spread)));
  }
}
