package org.mailroom.inbound.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a mail whose processing failed is tried again: five tries in a quarter of an hour. */
public final class ProcessingRetry {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  private ProcessingRetry() {}

  /** For a mail that waits for something: as often at first, then every ten minutes without end. */
  public static Instant patient(int failures, Instant now) {
    return now.plus(WAITS.get(Math.min(failures, WAITS.size()) - 1));
  }

  /**
   * @param failures so far, the last one included
   * @return empty to give up
   */
  public static Optional<Instant> after(int failures, Instant now) {
    return failures > WAITS.size()
        ? Optional.empty()
        : Optional.of(now.plus(WAITS.get(failures - 1)));
  }
}
