package org.mailroom.mailbox.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mailroom.mailbox.CheckReport;

/** Takes one step after the other until one fails, each within its time, and writes them down. */
final class Steps {
  /** What a step does. */
  @FunctionalInterface
  interface Action {
    /** What was seen, in plain words. */
    String run() throws Exception;
  }

  private final Deadline deadline;
  private final Diagnosis diagnosis;
  private final List<CheckReport.Step> taken = new ArrayList<>();
  private boolean failed;

  Steps(Deadline deadline, Diagnosis diagnosis) {
    this.deadline = deadline;
    this.diagnosis = diagnosis;
  }

  Steps take(String name, Duration limit, Action action) {
    if (!failed) {
      deadline.restart(limit);
      taken.add(step(name, action));
    }
    return this;
  }

  private CheckReport.Step step(String name, Action action) {
    long start = System.nanoTime();
    try {
      String seen = action.run();
      return new CheckReport.Step(name, true, millisSince(start), seen, "");
    } catch (Exception trouble) {
      failed = true;
      StepFailed words = diagnosis.of(trouble);
      return new CheckReport.Step(
          name, false, millisSince(start), words.getMessage(), words.hint());
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  CheckReport report() {
    return CheckReport.of(taken);
  }
}
