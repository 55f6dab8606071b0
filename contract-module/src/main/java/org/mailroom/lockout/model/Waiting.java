package org.mailroom.lockout.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.lockout.Counted;

/**
 * How long to wait after so many failures within the last hour: nothing at first, then a second,
 * doubled by each, and at last the full lock.
 *
 * @param free failures that cost nothing
 * @param lockAfter failures that lock
 */
public record Waiting(int free, int lockAfter, Duration lock) {
  /** Failures count this long. */
  public static final Duration MEMORY = Duration.ofHours(1);

  private static final int MAX_DOUBLINGS = 6;
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final Waiting OF_LOG_IN = new Waiting(3, 10, LOCK);
  // many people may share an address
  private static final Waiting OF_ADDRESS = new Waiting(20, 50, LOCK);

  public static Waiting of(Counted counted) {
    return counted == Counted.ADDRESS ? OF_ADDRESS : OF_LOG_IN;
  }

  /** Until when, if that is still to come. */
  public Optional<Instant> until(long failures, Instant last, Instant now) {
    return Optional.of(last.plus(pause(failures))).filter(now::isBefore);
  }

  public boolean locks(long failures) {
    return failures >= lockAfter;
  }

  Duration pause(long failures) {
    if (locks(failures)) {
      return lock;
    }
    return failures <= free
        ? Duration.ZERO
        : Duration.ofSeconds(1L << Math.min(MAX_DOUBLINGS, failures - free - 1));
  }
}
