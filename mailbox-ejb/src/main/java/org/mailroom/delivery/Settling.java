package org.mailroom.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * Settles what one worker has sent, in groups: of {@link #MOST}, or what there is after {@link
 * #PATIENCE} and a look of {@link Overdue}, 50 ms together. So a crash doubles at most a group and
 * what is on its way. What the database does not take is kept and tried again; nothing more is sent
 * meanwhile. Thread-safe.
 */
final class Settling {
  static final int MOST = 10;
  static final Duration PATIENCE = Duration.ofMillis(40);

  private static final System.Logger LOG = System.getLogger(Settling.class.getName());
  private static final long PAUSE_MILLIS = 250;

  private final GroupCommit commits;
  private final Lane lane;
  private final Overdue overdue;
  private final Lock writing = new ReentrantLock();
  private final Map<OutboxMessageId, Settlement> open = new LinkedHashMap<>();
  private long since;
  private volatile boolean failing;
  private volatile boolean lost;

  Settling(GroupCommit commits, Lane lane, Overdue overdue) {
    this.commits = commits;
    this.lane = lane;
    this.overdue = overdue;
  }

  /**
   * Notes how a message ended.
   *
   * @return whether all is well: no lease was lost, and the database takes what it is given
   */
  boolean add(OutboxMessageId id, Settlement settlement) {
    int size = put(id, settlement);
    if (size == 1) {
      overdue.watch(this);
    }
    if (size >= MOST && !failing) {
      settle();
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
    while (!settle() && goesOn.getAsBoolean()) {
      pause();
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

  synchronized boolean isOverdue() {
    return isOpen() && System.nanoTime() - since > PATIENCE.toNanos();
  }

  /** Settles what there is; says whether nothing is left. */
  boolean settle() {
    writing.lock();
    try {
      Map<OutboxMessageId, Settlement> group = group();
      if (!group.isEmpty()) {
        settled(group, commits.settle(group));
      }
      failing = false;
      return true;
    } catch (RuntimeException e) {
      failed(e);
      return false;
    } finally {
      writing.unlock();
    }
  }

  private synchronized Map<OutboxMessageId, Settlement> group() {
    return new LinkedHashMap<>(open);
  }

  private synchronized void settled(
      Map<OutboxMessageId, Settlement> group, Map<OutboxMessageId, MessageState> states) {
    open.keySet().removeAll(group.keySet());
    since = System.nanoTime();
    lost |= states.size() < group.size();
    log(group.keySet(), states);
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

  private void failed(RuntimeException e) {
    if (!failing) {
      LOG.log(
          System.Logger.Level.WARNING,
          "What was sent in lane " + lane + " could not be settled; it is tried again.",
          e);
    }
    failing = true;
  }
}
