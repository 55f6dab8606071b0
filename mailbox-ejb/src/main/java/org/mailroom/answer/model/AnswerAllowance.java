package org.mailroom.answer.model;

import java.time.Duration;
import org.mailroom.environment.Environment;

/**
 * How many answers mail of one sender may cause.
 *
 * @param most so many within the window
 * @param window at most a day: longer is not remembered
 */
public record AnswerAllowance(int most, Duration window) {
  /** Where nobody has set another. */
  public static final AnswerAllowance USUAL = new AnswerAllowance(10, Duration.ofHours(3));

  private static final String MOST = "MAILROOM_ANSWERS_MOST";
  private static final String MINUTES = "MAILROOM_ANSWERS_MINUTES";

  /**
   * @throws IllegalArgumentException if {@code MAILROOM_ANSWERS_MOST} is no number from 1 to 100,
   *     or {@code MAILROOM_ANSWERS_MINUTES} none from 1 to 1440
   */
  public static AnswerAllowance of(Environment environment) {
    long most = environment.number(MOST, 1, 100, USUAL.most());
    long minutes = environment.number(MINUTES, 1, 1440, USUAL.window().toMinutes());
    return new AnswerAllowance(Math.toIntExact(most), Duration.ofMinutes(minutes));
  }
}
