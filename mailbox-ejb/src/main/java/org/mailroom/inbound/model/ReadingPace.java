package org.mailroom.inbound.model;

import java.time.Duration;
import java.time.Instant;
import org.mailroom.environment.Environment;

/**
 * How often a mailbox is read.
 *
 * @param poll between two readings that go well
 */
public record ReadingPace(Duration poll) {
  private static final String VARIABLE = "MAILROOM_POLL_SECONDS";
  private static final String CONNECTIONS = "MAILROOM_IDLE_CONNECTIONS";
  // between us and a server some forget a connection that is silent for long
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

  /**
   * @throws IllegalArgumentException if {@code MAILROOM_POLL_SECONDS} is no number from 15 to 3600
   */
  public static ReadingPace of(Environment environment) {
    return new ReadingPace(Duration.ofSeconds(environment.number(VARIABLE, 15, 3600, 60)));
  }

  /**
   * How many connections a node keeps that wait for news (IMAP IDLE).
   *
   * @throws IllegalArgumentException if {@code MAILROOM_IDLE_CONNECTIONS} is no number from 0 to
   *     20000
   */
  public static int connections(Environment environment) {
    return Math.toIntExact(environment.number(CONNECTIONS, 0, 20_000, 5_000));
  }

  /**
   * When to read again after a reading that went well.
   *
   * @param chance from 0 to 1: mailboxes that were due together drift apart by up to a tenth
   */
  public Instant afterSuccess(Instant now, double chance) {
    return now.plus(spread(poll, chance));
  }

  /** The same while a connection waits for news, which is to be renewed now and then. */
  public Instant whileWaiting(Instant now, double chance) {
    return now.plus(spread(poll.compareTo(LONGEST_WAIT) < 0 ? poll : LONGEST_WAIT, chance));
  }

  /** When to try again after so many failures in a row: later each time. */
  public Instant afterFailure(int failures, Instant now, double chance) {
    long factor = 1L << Math.min(Math.max(failures - 1, 0), 10);
    Duration wait = poll.multipliedBy(factor);
    return now.plus(spread(wait.compareTo(longest()) < 0 ? wait : longest(), chance));
  }

  private Duration longest() {
    return poll.compareTo(LONGEST_BACK_OFF) > 0 ? poll : LONGEST_BACK_OFF;
  }

  private static Duration spread(Duration wait, double chance) {
    return wait.minusMillis((long) (wait.toMillis() * 0.1 * chance));
  }
}
