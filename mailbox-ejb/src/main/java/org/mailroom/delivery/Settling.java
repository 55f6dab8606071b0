package org.mailroom.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * What one worker has sent and is not written down yet: at most {@link #MOST}, for at most {@link
 * #PATIENCE} and a look of {@link GroupCommit}, 50 ms together. So a crash doubles at most that and
 * what is on its way. It is written from {@link #READY} on, while the worker sends on. What the
 * database does not take is kept and tried again; nothing more is sent meanwhile. Thread-safe.
 */
final class Settling {
  static final int MOST = 10;
  static final int READY = MOST / 2;
  static final Duration PATIENCE = Duration.ofMillis(40);

  private static final System.Logger LOG = System.getLogger(Settling.class.getName());
  private static final long PAUSE_MILLIS = 250;

  private final GroupCommit commits;
  private final Lane lane;
  private final Map<OutboxMessageId, Settlement> waiting = new LinkedHashMap<>();
  private final Set<OutboxMessageId> beingWritten = new HashSet<>();
  private long since;
  private volatile boolean failing;
  private volatile boolean lost;

  Settling(GroupCommit commits, Lane lane) {
    this.commits = commits;
    this.lane = lane;
  }

  /**
   * Notes how a message ended.
   *
   * @return whether all is well: no lease was lost, and the database takes what it is given
   */
  boolean add(OutboxMessageId id, Settlement settlement) {
    put(id, settlement);
    commits.watch(this);
    if (isReady()) {
      commits.hurry();
    }
    if (isFull() && !failing) {
      commits.relieve(this);
      awaitWritten(this::isFull);
    }
    return isWell();
  }

  private synchronized void put(OutboxMessageId id, Settlement settlement) {
    if (waiting.isEmpty()) {
      since = System.nanoTime();
    }
    waiting.put(id, settlement);
  }

  // what others have taken along
  private synchronized void awaitWritten(BooleanSupplier wanted) {
    boolean interrupted = false;
    while (!beingWritten.isEmpty() && wanted.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // it ends with the transaction, and that has its time-out
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isWell() {
    return !lost && !failing;
  }

  /** Settles them all, however long the database is away. */
  void finish(BooleanSupplier goesOn) {
    settle();
    while (failing && goesOn.getAsBoolean()) {
      pause();
      settle();
    }
  }

  private void settle() {
    commits.settle(this);
    awaitWritten(() -> true);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether any of it is not written yet. */
  synchronized boolean isOpen() {
    return waits() || !beingWritten.isEmpty();
  }

  /** Whether any of it is not even being written. */
  synchronized boolean waits() {
    return !waiting.isEmpty();
  }

  /** Whether nothing more may be sent before some of it is written. */
  synchronized boolean isFull() {
    return waiting.size() + beingWritten.size() >= MOST;
  }

  /** Whether it should be written now. */
  synchronized boolean isReady() {
    return (waiting.size() >= READY && !failing)
        || (waits() && System.nanoTime() - since > PATIENCE.toNanos());
  }

  /** What there is to write, for one writer, until it is {@link #settled} or {@link #failed}. */
  synchronized Map<OutboxMessageId, Settlement> take() {
    Map<OutboxMessageId, Settlement> group = new LinkedHashMap<>(waiting);
    waiting.clear();
    beingWritten.addAll(group.keySet());
    return group;
  }

  /**
   * Some of it was written.
   *
   * @param states of those whose lease was not lost, perhaps among others
   */
  synchronized void settled(Set<OutboxMessageId> group, Map<OutboxMessageId, MessageState> states) {
    leave(group);
    failing &= waits();
    lost |= !states.keySet().containsAll(group);
    log(group, states);
  }

  private void leave(Set<OutboxMessageId> group) {
    beingWritten.removeAll(group);
    notifyAll();
  }

  private void log(Set<OutboxMessageId> group, Map<OutboxMessageId, MessageState> states) {
    Map<String, Set<OutboxMessageId>> messages = new TreeMap<>();
    group.forEach(
        id ->
            messages
                .computeIfAbsent(
                    states.containsKey(id) ? states.get(id).name() : "LEASE_LOST",
                    state -> new HashSet<>())
                .add(id));
    messages.forEach(
        (state, ids) -> LOG.log(level(state), "messages={0} state={1} lane={2}", ids, state, lane));
  }

  // what went well is in each message's history; a line for it would cost as much as the rest
  private static System.Logger.Level level(String state) {
    return state.equals(MessageState.SENT.name())
        ? System.Logger.Level.DEBUG
        : System.Logger.Level.INFO;
  }

  /** A group was not written; it waits again. */
  synchronized void failed(Map<OutboxMessageId, Settlement> group, Throwable e) {
    leave(group.keySet());
    waiting.putAll(group);
    since = System.nanoTime();
    if (!failing) {
      LOG.log(
          System.Logger.Level.WARNING,
          "What was sent in lane " + lane + " could not be settled; it is tried again.",
          e);
    }
    failing = true;
  }
}
