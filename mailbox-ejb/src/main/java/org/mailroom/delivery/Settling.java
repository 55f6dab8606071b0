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
  private final Map<OutboxMessageId, Settlement> open = new LinkedHashMap<>();
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
    int size = put(id, settlement);
    if (size == 1) {
      commits.watch(this);
    }
    if (size >= READY) {
      commits.hurry();
    }
    if (size >= MOST && !failing) {
      commits.relieve(this);
    }
    return isWell();
  }

  private synchronized int put(OutboxMessageId id, Settlement settlement) {
    if (open.isEmpty()) {
      since = System.nanoTime();
    }
    open.put(id, settlement);
    return open.size();
  }

  boolean isWell() {
    return !lost && !failing;
  }

  /** Settles them all, however long the database is away. */
  void finish(BooleanSupplier goesOn) {
    commits.settle(this);
    while (failing && goesOn.getAsBoolean()) {
      pause();
      commits.settle(this);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean isOpen() {
    return !open.isEmpty();
  }

  /** Whether nothing more may be sent before some of it is written. */
  synchronized boolean isFull() {
    return open.size() >= MOST;
  }

  /** Whether it should be written now. */
  synchronized boolean isReady() {
    return (open.size() >= READY && !failing)
        || (isOpen() && System.nanoTime() - since > PATIENCE.toNanos());
  }

  /** What there is to write; it is kept until it is {@link #settled}. */
  synchronized Map<OutboxMessageId, Settlement> group() {
    return new LinkedHashMap<>(open);
  }

  /**
   * Some of it was written.
   *
   * @param states of those whose lease was not lost, perhaps among others
   */
  synchronized void settled(Set<OutboxMessageId> group, Map<OutboxMessageId, MessageState> states) {
    open.keySet().removeAll(group);
    since = System.nanoTime();
    failing = false;
    lost |= !states.keySet().containsAll(group);
    log(group, states);
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

  /** None of it was written. */
  synchronized void failed(RuntimeException e) {
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
