package org.mailroom.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * Writes down what the workers of a node have sent while they send on: the groups of several in one
 * transaction, as a commit costs the database the same for one as for four. While one transaction
 * waits for the disk another one may be made. Has a thread as long as any group is open.
 * Thread-safe.
 */
final class GroupCommit {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int IDLE_LOOKS = 10;
  private static final int AT_ONCE = 2;

  private final OutboxQueue queue;
  private final Executor threads;
  private final Set<Settling> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();
  private final Semaphore writers = new Semaphore(AT_ONCE);
  private volatile Thread writer;

  GroupCommit(OutboxQueue queue, Executor threads) {
    this.queue = queue;
    this.threads = threads;
  }

  /** A group was begun. */
  void watch(Settling settling) {
    watched.add(settling);
    if (running.compareAndSet(false, true)) {
      start(settling);
    }
  }

  private void start(Settling settling) {
    try {
      threads.execute(this::run);
    } catch (RejectedExecutionException full) {
      running.set(false);
      settle(settling); // without a thread to wait on, it does not wait
    }
  }

  /** One is ready before the next look. */
  void hurry() {
    LockSupport.unpark(writer);
  }

  private void run() {
    do {
      try {
        look();
      } finally {
        running.set(false);
      }
      // one may have come since the last look
    } while (!watched.isEmpty() && running.compareAndSet(false, true));
  }

  // goes on for a while when there are none: the next ones are begun in a moment
  private void look() {
    writer = Thread.currentThread();
    for (int idle = 0; idle < IDLE_LOOKS; idle = watched.isEmpty() ? idle + 1 : 0) {
      LockSupport.parkNanos(LOOK_NANOS);
      Thread.interrupted(); // what was sent is written down first; meanwhile it would not rest
      settle(Set.of(), () -> true);
      List.copyOf(watched).forEach(this::forget);
    }
    writer = null;
  }

  // asked after it was removed: a group begun meanwhile is not missed
  private void forget(Settling settling) {
    watched.remove(settling);
    if (settling.isOpen()) {
      watched.add(settling);
    }
  }

  /** Writes what a worker has open, and with it what others have. */
  void settle(Settling settling) {
    settle(Set.of(settling), () -> true);
  }

  /** The same, unless others have taken so much of it along that its worker may send on. */
  void relieve(Settling full) {
    settle(Set.of(full), full::isFull);
  }

  private void settle(Set<Settling> wanted, BooleanSupplier stillWanted) {
    writers.acquireUninterruptibly();
    try {
      if (stillWanted.getAsBoolean()) {
        write(groups(ready(wanted)));
      }
    } finally {
      writers.release();
    }
  }

  private Set<Settling> ready(Set<Settling> wanted) {
    Set<Settling> ready = new LinkedHashSet<>(wanted);
    ready.removeIf(settling -> !settling.waits());
    watched.stream().filter(Settling::isReady).forEach(ready::add);
    if (!ready.isEmpty()) {
      // it costs less to take along what is not ready yet than to write it a moment later
      watched.stream().filter(Settling::isWell).forEach(ready::add);
    }
    return ready;
  }

  private static Map<Settling, Map<OutboxMessageId, Settlement>> groups(Set<Settling> ready) {
    Map<Settling, Map<OutboxMessageId, Settlement>> groups = new LinkedHashMap<>();
    ready.forEach(settling -> groups.put(settling, settling.take()));
    groups.values().removeIf(Map::isEmpty);
    return groups;
  }

  private void write(Map<Settling, Map<OutboxMessageId, Settlement>> groups) {
    if (groups.isEmpty()) {
      return;
    }
    try {
      Map<OutboxMessageId, MessageState> states = queue.settle(together(groups.values()));
      groups.forEach((settling, group) -> settling.settled(group.keySet(), states));
    } catch (RuntimeException | Error e) { // or its worker would wait for it for ever
      if (groups.size() == 1) {
        groups.forEach((settling, group) -> settling.failed(group, e));
      } else {
        // what is wrong with one of them must not keep the others
        groups.forEach((settling, group) -> write(Map.of(settling, group)));
      }
    }
  }

  private static Map<OutboxMessageId, Settlement> together(
      Collection<Map<OutboxMessageId, Settlement>> groups) {
    Map<OutboxMessageId, Settlement> all = new LinkedHashMap<>();
    groups.forEach(all::putAll);
    return all;
  }
}
