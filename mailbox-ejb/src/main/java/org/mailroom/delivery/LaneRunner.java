package org.mailroom.delivery;

import java.util.function.IntSupplier;

/**
 * Keeps one lane moving: one worker while little is due, more while batches come back full, none
 * while its server is in trouble. Thread-safe.
 */
final class LaneRunner {
  private static final System.Logger LOG = System.getLogger(LaneRunner.class.getName());

  private final Workers workers;
  private final IntSupplier most;
  private final Round round;
  private int running;
  private boolean wokenMeanwhile;

  /** One batch of the lane; says whether more is likely to be due. */
  interface Round {
    boolean run();
  }

  LaneRunner(Workers workers, IntSupplier most, Round round) {
    this.workers = workers;
    this.most = most;
    this.round = round;
  }

  /** Something is due, perhaps. */
  synchronized void wake() {
    if (running == 0) {
      start();
    } else {
      wokenMeanwhile = true;
    }
  }

  private void start() {
    running++;
    workers.execute(this::work);
  }

  private void work() {
    boolean more = false;
    try {
      more = round.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A batch was interrupted; its lease will run out.", e);
    } finally {
      finished(more);
    }
  }

  // each full batch brings one worker more, so that a slow server is not met by many at once; a
  // message that was queued after the last look must not wait for the next tick
  private synchronized void finished(boolean more) {
    running--;
    // fewer than before, where the lane may have fewer connections by now
    boolean again = running == 0 ? more || wokenMeanwhile : more && running < most.getAsInt();
    wokenMeanwhile = false;
    if (again) {
      start();
    }
    if (more && running < most.getAsInt()) {
      start();
    }
  }
}
