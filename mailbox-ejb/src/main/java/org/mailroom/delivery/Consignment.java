package org.mailroom.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.mailroom.outbox.OutboxQueue.Leased;

/** The messages a worker has claimed, on their way; ends early when one of them goes wrong. */
final class Consignment implements MailTransport.Batch {
  private final Deque<Leased> waiting;
  private final BooleanSupplier goesOn;
  private final BiPredicate<Leased, Transmission> settled;
  private boolean well = true;

  /**
   * @param goesOn whether another message may be begun
   * @param settled notes how a message ended; says whether it was settled and nothing is wrong
   */
  Consignment(
      List<Leased> claimed, BooleanSupplier goesOn, BiPredicate<Leased, Transmission> settled) {
    this.waiting = new ArrayDeque<>(claimed);
    this.goesOn = goesOn;
    this.settled = settled;
  }

  @Override
  public Optional<Leased> next() {
    return well && goesOn.getAsBoolean() ? Optional.ofNullable(waiting.poll()) : Optional.empty();
  }

  @Override
  public void ended(Leased message, Transmission transmission) {
    well &= settled.test(message, transmission);
  }

  /** Whether all of them were settled, so that nothing is left to give back. */
  boolean complete() {
    return well && waiting.isEmpty();
  }
}
