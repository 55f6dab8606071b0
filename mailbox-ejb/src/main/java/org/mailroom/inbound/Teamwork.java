package org.mailroom.inbound;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What waits in one mailbox, done by all who come: each conversation by one of them, in its order.
 * Nobody waits for another; whoever goes last tells that it is over. Thread-safe.
 */
final class Teamwork {
  private final Queue<List<ReceivedId>> conversations;
  private final Predicate<ReceivedId> processing;
  private final Consumer<Boolean> over;
  private final AtomicInteger present = new AtomicInteger(1);
  private volatile boolean progress;

  /**
   * @param processing says whether anything has come of the mail
   * @param over is told whether anything has come of any
   */
  Teamwork(
      Collection<List<ReceivedId>> conversations,
      Predicate<ReceivedId> processing,
      Consumer<Boolean> over) {
    this.conversations = new ConcurrentLinkedQueue<>(conversations);
    this.processing = processing;
    this.over = over;
  }

  /** For whoever has begun it. Returns, as all do, whether anything has come of any mail so far. */
  boolean lead() {
    try {
      conversations();
    } finally {
      if (present.decrementAndGet() == 0) {
        over.accept(progress);
      }
    }
    return progress;
  }

  /** For all others, who may come too late. */
  boolean help() {
    return present.getAndUpdate(there -> there == 0 ? 0 : there + 1) > 0 && lead();
  }

  private void conversations() {
    for (List<ReceivedId> one = conversations.poll(); one != null; one = conversations.poll()) {
      // what follows waits until something has come of what is before it
      if (one.stream().takeWhile(processing).count() > 0) {
        progress = true;
      }
    }
  }
}
