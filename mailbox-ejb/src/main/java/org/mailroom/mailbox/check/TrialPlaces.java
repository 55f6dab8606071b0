package org.mailroom.mailbox.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many trials may run on this node at the same time. A server that answers slowly holds the
 * thread of whoever asked for the trial, and the console and REST need theirs for others too.
 */
@ApplicationScoped
public class TrialPlaces {
  private static final int PLACES = 8;

  private final Semaphore places = new Semaphore(PLACES);

  /** Runs a trial; empty if there is no place for it now. */
  public <T> Optional<T> call(Supplier<T> trial) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(trial.get());
    } finally {
      places.release();
    }
  }
}
