package org.mailroom.mailbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a connection check saw, step by step, up to the first step that failed.
 *
 * @param ok whether all steps passed
 */
public record CheckReport(boolean ok, List<Step> steps) {
  /**
   * @param name such as {@code session}, {@code address}, {@code connect}, {@code tls}, {@code
   *     greeting}, {@code login}, {@code folder}, {@code sender}
   * @param millis how long it took
   * @param cause what was seen, good or bad, in plain words
   * @param hint what to do next if it failed, else empty
   */
  public record Step(String name, boolean ok, long millis, String cause, String hint) {}

  public static CheckReport of(List<Step> steps) {
    return new CheckReport(steps.stream().allMatch(Step::ok), List.copyOf(steps));
  }

  /** This and what was seen afterwards. */
  public CheckReport then(CheckReport later) {
    return of(Stream.concat(steps.stream(), later.steps.stream()).toList());
  }
}
