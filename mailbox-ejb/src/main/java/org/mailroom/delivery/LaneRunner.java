package org.mailroom.delivery;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Keeps one lane moving: one worker while little is due, more while batches come back full, none
 * while its server is in trouble. Mail that comes soon after a batch began is gathered for the
 * next, as a batch of one costs the database as much as one of many. Thread-safe.
 */
final class LaneRunner {
  private static final System.Logger LOG = System.getLogger(LaneRunner.class.getName());

  private final Workers workers;
  private final Duration gathering;
  private final IntSupplier most;
  private final Round round;
  private int running;
  private boolean wokenMeanwhile;

  /** One batch of the lane; says whether more is likely to be due. */
  interface Round {
    boolean run();
  }

  /**
   * @param gathering how long after the beginning of a batch the next one begins at the earliest,
   *     unless the first was full or another lane wants the thread
   */
  LaneRunner(Workers workers, Duration gathering, IntSupplier most, Round round) {
    this.workers = workers;
    this.gathering = gathering;
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

  // the thread is kept while nobody else wants it: to get one from the server costs as much as to
  // send many messages
  private void work() {
    boolean goesOn = true;
    while (goesOn) {
      long begun = System.nanoTime();
      boolean more = round();
      if (!more && isAlone()) {
        workers.linger(begun + gathering.toNanos());
      }
      goesOn = after(more);
    }
  }

  private synchronized boolean isAlone() {
    return running == 1;
  }

  private boolean round() {
    try {
      return round.run();
    } catch (RuntimeException | Error e) { // or the lane would count a worker that is gone
      LOG.log(System.Logger.Level.ERROR, "A batch was interrupted; its lease will run out.", e);
      return false;
    }
  }

  // each full batch brings one worker more, so that a slow server is not met by many at once; a
  // message that was queued after the last look must not wait for the next tick
  private synchronized boolean after(boolean more) {
    int others = running - 1;
    // fewer than before, where the lane may have fewer connections by now
    boolean again = others == 0 ? more || wokenMeanwhile : more && others < most.getAsInt();
    boolean keeps = again && !workers.areWanted();
    boolean brings = more && running < most.getAsInt();
    if (again || brings) {
      // a look that is yet to begin sees what it was woken for; one that others are at may not
      wokenMeanwhile = false;
    }
    if (brings) {
      start();
    }
    if (!keeps) {
      running--;
    }
    if (again && !keeps) {
      start();
    }
    return keeps;
  }
}
