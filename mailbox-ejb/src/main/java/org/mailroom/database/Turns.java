package org.mailroom.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is to write: one thread's, from the first change of a transaction until its end;
 * who has waited longest is next. What that thread begins within goes with it, as the one cannot
 * end before the other. A turn is given back by whoever ends the transaction, which may be another
 * thread. Thread-safe.
 */
final class Turns {
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore turn = new Semaphore(1, true);
  private Thread writer;
  private int transactions;

  void begin() throws SQLException {
    if (!goesWithMine()) {
      await();
      take();
    }
  }

  private synchronized boolean goesWithMine() {
    boolean mine = writer == Thread.currentThread();
    transactions += mine ? 1 : 0;
    return mine;
  }

  private void await() throws SQLException {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientConnectionException(
            "Another transaction has been writing for more than %d s, and H2 has one writer at a time."
                .formatted(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("Interrupted while another wrote to H2.", e);
    }
  }

  private synchronized void take() {
    writer = Thread.currentThread();
    transactions = 1;
  }

  synchronized void end() {
    transactions--;
    if (transactions == 0) {
      writer = null;
      turn.release();
    }
  }
}
