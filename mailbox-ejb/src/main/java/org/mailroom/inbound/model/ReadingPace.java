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
  private static final long MIN_SECONDS = 15;
  private static final long MAX_SECONDS = 3600;
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

  /**
   * @throws IllegalArgumentException if {@code MAILROOM_POLL_SECONDS} is no number from 15 to 3600
   */
  public static ReadingPace of(Environment environment) {
    return new ReadingPace(
        Duration.ofSeconds(environment.text(VARIABLE).map(ReadingPace::seconds).orElse(60L)));
  }

  private static long seconds(String text) {
    try {
      long seconds = Long.parseLong(text);
      if (seconds >= MIN_SECONDS && seconds <= MAX_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // told below like any other wrong value
    }
    throw new IllegalArgumentException(
        "%s is \"%s\"; give a whole number of seconds from %d to %d, or leave it out for 60."
            .formatted(VARIABLE, text, MIN_SECONDS, MAX_SECONDS));
  }

  /**
   * When to read again after a reading that went well.
   *
   * @param chance from 0 to 1: mailboxes that were due together drift apart by up to a tenth
   */
  public Instant afterSuccess(Instant now, double chance) {
    return now.plus(spread(poll, chance));
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
