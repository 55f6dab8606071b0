package org.mailroom.mailbox.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mailroom.mailbox.CheckReport;

/** Takes one step after the other until one fails, each within its limits, and writes them down. */
final class Steps {
  /** What a step does. */
  @FunctionalInterface
  interface Action {
    Seen run() throws Exception;
  }

  private final Deadline deadline;
  private final Diagnosis diagnosis;
  private final List<CheckReport.Step> taken = new ArrayList<>();
  private boolean failed;

  Steps(Deadline deadline, Diagnosis diagnosis) {
    this.deadline = deadline;
    this.diagnosis = diagnosis;
  }

  /** The same steps so far, gone on with by somebody who knows more of the account. */
  Steps with(Diagnosis better) {
    Steps steps = new Steps(deadline, better);
    steps.taken.addAll(taken);
    steps.failed = failed;
    return steps;
  }

  Deadline deadline() {
    return deadline;
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
      Seen seen = action.run();
      return CheckReport.Step.of(name, true, millisSince(start), seen.finding(), seen.facts());
    } catch (Exception trouble) {
      failed = true;
      return CheckReport.Step.of(
          name, false, millisSince(start), diagnosis.of(trouble).finding(), List.of());
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  boolean failed() {
    return failed;
  }

  List<CheckReport.Step> taken() {
    return List.copyOf(taken);
  }
}
