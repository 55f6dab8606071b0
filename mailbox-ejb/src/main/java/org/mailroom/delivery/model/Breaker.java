package org.mailroom.delivery.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Leaves a server alone for a while when it cannot be reached or refuses the log-in, longer each
 * time, so that it costs neither workers nor messages' tries. Thread-safe.
 */
public final class Breaker {
  /**
   * For trouble on the way. The first time is chance: one lost connection does not stop a lane.
   * Then short, as what was just queued waits for it untried; one try a minute costs nobody much.
   */
  public static final List<Duration> AFTER_TROUBLE =
      List.of(Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1));

  /** For a refused log-in: servers lock accounts that try too often. */
  public static final List<Duration> AFTER_REFUSED_LOGIN =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private int failures;
  private Instant since = Instant.MIN;
  private Instant until = Instant.MIN;

  /** Whether the server may be tried. A clock that was set back does not keep it closed. */
  public synchronized boolean lets(Instant now) {
    return !now.isBefore(until) || now.isBefore(since);
  }

  public synchronized void failed(List<Duration> waits, Instant now) {
    failures++;
    since = now;
    until = now.plus(waits.get(Math.min(failures, waits.size()) - 1));
  }

  /** Until when the server is left alone. */
  public synchronized Instant until() {
    return until;
  }

  public synchronized void worked() {
    failures = 0;
    until = Instant.MIN;
  }
}
