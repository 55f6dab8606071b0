package org.mailroom.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Leased;

/**
 * The messages a worker has claimed, on their way; ends early when one of them goes wrong. Their
 * bytes are loaded when their turn comes: small ones some at a time, a big one alone and when the
 * node has room for it; small mail does not wait for that.
 */
final class Consignment implements MailTransport.Batch {
  private static final System.Logger LOG = System.getLogger(Consignment.class.getName());

  private final Deque<Leased> waiting;
  private final BooleanSupplier goesOn;
  private final BiPredicate<Leased, Transmission> settled;
  private final Loading loading;
  private final Map<OutboxMessageId, Long> big = new HashMap<>();
  private int onTheirWay;
  private boolean well = true;

  /** Where the bytes come from, and the room for big ones. */
  record Loading(Function<List<OutboxMessageId>, Map<OutboxMessageId, byte[]>> bodies, Room room) {}

  /**
   * @param goesOn whether another message may be begun
   * @param settled notes how a message ended; says whether nothing is wrong
   */
  Consignment(
      List<Leased> claimed,
      BooleanSupplier goesOn,
      Loading loading,
      BiPredicate<Leased, Transmission> settled) {
    this.waiting = new ArrayDeque<>(claimed);
    this.goesOn = goesOn;
    this.loading = loading;
    this.settled = settled;
  }

  @Override
  public Optional<Leased> next() {
    if (!well || !goesOn.getAsBoolean() || !loaded()) {
      return Optional.empty();
    }
    onTheirWay++;
    return Optional.of(waiting.remove());
  }

  /** Whether the first that waits has its bytes. */
  private boolean loaded() {
    try {
      return !waiting.isEmpty() && (waiting.peek().raw() != null || load());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Messages could not be loaded.", e);
      well = false;
      return false;
    }
  }

  private boolean load() {
    for (int i = waiting.size(); i > 0 && waiting.peek().size() > OutboxQueue.TOGETHER; i--) {
      if (hasRoom(waiting.peek(), onTheirWay == 0 && i == 1)) {
        load(List.of(waiting.remove()));
        return true;
      }
      waiting.addLast(waiting.remove());
    }
    return waiting.peek().raw() != null || (isSmall(waiting.peek()) && load(together()));
  }

  private static boolean isSmall(Leased message) {
    return message.size() <= OutboxQueue.TOGETHER;
  }

  private boolean hasRoom(Leased message, boolean patient) {
    boolean room = loading.room().take(message.size(), patient);
    if (room) {
      big.put(message.id(), message.size());
    }
    return room;
  }

  private List<Leased> together() {
    List<Leased> small = new ArrayList<>();
    long bytes = waiting.peek().size();
    while (bytes <= OutboxQueue.TOGETHER) {
      small.add(waiting.remove());
      bytes += waiting.isEmpty() ? OutboxQueue.TOGETHER + 1 : waiting.peek().size();
    }
    return small;
  }

  private boolean load(List<Leased> messages) {
    Map<OutboxMessageId, byte[]> bodies =
        loading.bodies().apply(messages.stream().map(Leased::id).toList());
    for (int i = messages.size() - 1; i >= 0; i--) {
      waiting.addFirst(messages.get(i).with(bodies.get(messages.get(i).id())));
    }
    return true;
  }

  @Override
  public void ended(Leased message, Transmission transmission) {
    onTheirWay--;
    giveRoom(big.remove(message.id()));
    well &= settled.test(message, transmission);
  }

  private void giveRoom(Long bytes) {
    if (bytes != null) {
      loading.room().give(bytes);
    }
  }

  /** Gives back the room of what did not end. */
  void close() {
    big.values().forEach(this::giveRoom);
    big.clear();
  }

  /** Whether all of them were settled, so that nothing is left to give back. */
  boolean complete() {
    return well && waiting.isEmpty();
  }
}
