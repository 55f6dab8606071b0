package org.mailroom.lockout.model;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.lockout.LockOutView;

/**
 * The failures of one subject that still count.
 *
 * @param who the log-in or address; empty for a log-in that nobody has
 */
public record Tally(Subject subject, Optional<String> who, long failures, Instant last) {
  /** One for each subject, that with the latest failure first. */
  public static List<Tally> of(List<LogInFailure> failures) {
    return failures.stream().collect(groupingBy(LogInFailure::subject)).values().stream()
        .map(Tally::ofOne)
        .sorted(comparing(Tally::last).reversed())
        .toList();
  }

  private static Tally ofOne(List<LogInFailure> failures) {
    LogInFailure last = failures.stream().max(comparing(LogInFailure::at)).orElseThrow();
    return new Tally(last.subject(), last.who(), failures.size(), last.at());
  }

  public Optional<Instant> lockedUntil(Instant now) {
    return Waiting.of(subject.counted()).until(failures, last, now);
  }

  public LockOutView view(Instant now) {
    return new LockOutView(subject.key(), subject.counted(), who, failures, last, lockedUntil(now));
  }
}
