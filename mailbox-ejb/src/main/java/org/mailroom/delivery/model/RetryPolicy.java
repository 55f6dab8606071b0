package org.mailroom.delivery.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is tried again.
 *
 * <p>It counts tries, not the time since the first one, so a message that waits for a paused
 * mailbox loses nothing by it.
 *
 * @param waits after the first, second, … failed try; the last one repeats
 * @param giveUpAfter how much waiting there may be in all
 */
public record RetryPolicy(List<Duration> waits, Duration giveUpAfter) {
  /** 1, 5, 15, 30 minutes, 1, 2, 4, 4 … hours, given up after a day. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(30),
              Duration.ofHours(1),
              Duration.ofHours(2),
              Duration.ofHours(4)),
          Duration.ofHours(24));

  // a server that was down is not met by all its mail in the same second
  private static final double SPREAD = 0.1;

  public RetryPolicy {
    waits = List.copyOf(waits);
  }

  /**
   * @param failures tries that have failed, the present one included; at least 1
   * @param chance from 0 to 1: where in the spread the next try falls
   * @return empty to give up
   */
  public Optional<Instant> nextAttempt(int failures, Instant now, double chance) {
    Duration inAll = Duration.ZERO;
    for (int failure = 1; failure <= failures; failure++) {
      inAll = inAll.plus(waitAfter(failure));
    }
    if (inAll.compareTo(giveUpAfter) > 0) {
      return Optional.empty();
    }
    double spread = 1 - SPREAD + 2 * SPREAD * chance;
    return Optional.of(now.plusMillis(Math.round(waitAfter(failures).toMillis() * spread)));
  }

  private Duration waitAfter(int failure) {
    return waits.get(Math.min(failure, waits.size()) - 1);
  }
}
