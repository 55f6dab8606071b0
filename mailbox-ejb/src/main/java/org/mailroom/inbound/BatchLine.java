package org.mailroom.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.inbound.BatchReader.Fetched;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.LeaseLost;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/**
 * Fetches batches and stores each while the next one is fetched, as far as there is room in memory
 * for both. What fails is noted of its batch. For one reader.
 */
final class BatchLine {
  private final Shelf shelf;
  private final Lease lease;
  private final BatchReader batches;
  private final Runnable stored;
  private final ReadingBudget budget;
  private final Storing storing;

  /**
   * @param stored is run after each batch
   */
  BatchLine(
      Shelf shelf,
      Lease lease,
      BatchReader batches,
      Runnable stored,
      ReadingBudget budget,
      Storing storing) {
    this.shelf = shelf;
    this.lease = lease;
    this.batches = batches;
    this.stored = stored;
    this.budget = budget;
    this.storing = storing;
  }

  /**
   * Fetches a batch and begins to store it; throws what this one or the one before it threw.
   *
   * @param position up to which all mail is stored then
   * @param patience with others who hold mail in memory
   * @return false if that was not enough: then nothing is done
   */
  boolean begin(List<Listed> batch, long position, Supplier<Duration> patience) {
    Optional<Runnable> room = room(Batches.load(batch), patience);
    room.ifPresent(putDown -> begin(batch, position, putDown));
    return room.isPresent();
  }

  /** Waits until all is stored; throws, once, what the last batch threw. */
  void finish() {
    storing.finish();
  }

  private Optional<Runnable> room(long bytes, Supplier<Duration> patience) {
    return budget.take(bytes, Duration.ZERO).or(() -> roomBehindOthers(bytes, patience));
  }

  private Optional<Runnable> roomBehindOthers(long bytes, Supplier<Duration> patience) {
    // who waits holds nothing, or all might wait for each other
    finish();
    return budget.take(bytes, patience.get());
  }

  private void begin(List<Listed> batch, long position, Runnable putDown) {
    Fetched fetched = fetched(batch, putDown);
    storing.begin(() -> store(batch, fetched, position, putDown));
  }

  private Fetched fetched(List<Listed> batch, Runnable putDown) {
    try {
      Fetched fetched = noted(batch, () -> batches.fetch(batch));
      finish();
      return fetched;
    } catch (RuntimeException | Error e) {
      putDown.run();
      throw e;
    }
  }

  private void store(List<Listed> batch, Fetched fetched, long position, Runnable putDown) {
    try {
      noted(batch, () -> batches.store(fetched, position));
    } finally {
      putDown.run();
    }
    stored.run();
  }

  private <T> T noted(List<Listed> batch, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      failed(batch, e);
      throw e;
    }
  }

  private void failed(List<Listed> batch, RuntimeException why) {
    boolean tooMuch = why instanceof SourceTrouble it && it.trouble() == Trouble.QUOTA;
    if (!tooMuch && !(why instanceof LeaseLost)) {
      shelf.stumbled(lease, batch);
    }
  }
}
