package org.mailroom.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.mailbox.MailboxId;

/**
 * Finds the mailboxes that are due and has each read by a task of its own. Those that no reader is
 * free for do not wait for the next round, but for a reader.
 *
 * <p>A mailbox whose last reading failed may hang for as long as its time-outs allow; such ones
 * share a part of the readers, so that the healthy ones always find one free.
 */
final class ReadingRounds {
  private static final int READERS = 24;
  private static final int READERS_FOR_FAILING = 8;
  private static final Duration BETWEEN_RINGS = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final Cursors cursors;
  private final Clock clock;
  private final NodeId node;
  private final Executor executor;
  private final Consumer<MailboxId> reader;

  /** The mailboxes that are being read, and whether their last reading failed. */
  private final Map<MailboxId, Boolean> running = new ConcurrentHashMap<>();

  /** Due, while no reader is free for them; those whose last reading failed apart. */
  private final Queue<MailboxId> dueFailing = new ArrayDeque<>();

  private final Queue<MailboxId> dueHealthy = new ArrayDeque<>();

  private final Map<MailboxId, Instant> rung = new ConcurrentHashMap<>();
  private final Set<MailboxId> missed = ConcurrentHashMap.newKeySet();

  private Set<MailboxId> readableBefore = Set.of();
  private volatile boolean ended;

  ReadingRounds(
      Transactions transactions,
      Cursors cursors,
      Clock clock,
      NodeId node,
      Executor executor,
      Consumer<MailboxId> reader) {
    this.transactions = transactions;
    this.cursors = cursors;
    this.clock = clock;
    this.node = node;
    this.executor = executor;
    this.reader = reader;
  }

  /** One round; a mailbox that has just become readable is due at once. For one thread. */
  void run(Set<MailboxId> readable) {
    Instant now = clock.instant();
    readable.stream()
        .filter(mailbox -> !readableBefore.contains(mailbox))
        .forEach(mailbox -> transactions.run(() -> appear(mailbox, now)));
    readableBefore = Set.copyOf(readable);
    start(transactions.call(() -> cursors.leasable(readable, now, node)));
  }

  private void appear(MailboxId mailbox, Instant now) {
    cursors
        .lock(mailbox)
        .ifPresentOrElse(cursor -> cursor.due(now), () -> cursors.add(new Cursor(mailbox, now)));
  }

  /**
   * There is news in a mailbox: it is read now, once more if it is being read, or in one of the
   * next rounds if all readers are busy.
   */
  void ring(MailboxId mailbox) {
    executor.execute(
        () -> {
          if (quietBefore(mailbox, due(mailbox))) {
            readNow(mailbox);
          }
        });
  }

  /**
   * Begins no reading any more, and gives all leases of the node back, so that another one takes
   * over at once. Who reads still stores nothing more: the next reader finds what is left.
   */
  void end() {
    ended = true;
    transactions.run(() -> cursors.release(node));
  }

  private Instant due(MailboxId mailbox) {
    Instant now = clock.instant();
    transactions.run(() -> cursors.lock(mailbox).ifPresent(cursor -> cursor.due(now)));
    return now;
  }

  private void readNow(MailboxId mailbox) {
    if (full(false)) {
      return;
    }
    if (running.putIfAbsent(mailbox, false) == null) {
      read(mailbox);
    } else {
      missed.add(mailbox);
      // it may have ended since
      hearMissed(mailbox);
    }
  }

  /** Who reads has let the connection go before it ends, so news may come in between. */
  private void hearMissed(MailboxId mailbox) {
    if (!running.containsKey(mailbox) && missed.remove(mailbox)) {
      due(mailbox);
      readNow(mailbox);
    }
  }

  /** Whoever rings all the time is heard in the rounds only. */
  private boolean quietBefore(MailboxId mailbox, Instant now) {
    Instant before = rung.put(mailbox, now);
    return before == null || before.plus(BETWEEN_RINGS).isBefore(now);
  }

  private synchronized void start(List<Cursor> due) {
    dueFailing.clear();
    dueHealthy.clear();
    due.forEach(one -> (one.failures() > 0 ? dueFailing : dueHealthy).add(one.mailbox()));
    startDue();
  }

  // one after the other, as several readers may become free at once
  private synchronized void startDue() {
    startDue(dueFailing, true);
    startDue(dueHealthy, false);
  }

  private void startDue(Queue<MailboxId> due, boolean failing) {
    while (!due.isEmpty() && !full(failing)) {
      start(due.remove(), failing);
    }
  }

  private void start(MailboxId mailbox, boolean failing) {
    if (running.putIfAbsent(mailbox, failing) != null) {
      return;
    }
    try {
      executor.execute(() -> read(mailbox));
    } catch (RuntimeException e) {
      running.remove(mailbox);
      throw e;
    }
  }

  private boolean full(boolean failing) {
    return ended
        || running.size() >= READERS
        || (failing
            && running.values().stream().filter(Boolean::booleanValue).count()
                >= READERS_FOR_FAILING);
  }

  private void read(MailboxId mailbox) {
    try {
      reader.accept(mailbox);
    } finally {
      running.remove(mailbox);
    }
    hearMissed(mailbox);
    startDue();
  }
}
