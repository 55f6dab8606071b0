package org.mailroom.inbound;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailroom.inbound.model.Portion;

/**
 * What waits in one mailbox, done by all who come: each portion by one of them. Nobody waits for
 * another; whoever goes last tells that it is over. Thread-safe.
 */
final class Teamwork {
  private final Queue<Portion> portions;
  private final Predicate<Portion> processing;
  private final Consumer<Boolean> over;
  private final AtomicInteger present = new AtomicInteger(1);
  private volatile boolean progress;

  /**
   * @param processing says whether anything has come of any mail of it
   * @param over is told whether anything has come of any
   */
  Teamwork(Collection<Portion> portions, Predicate<Portion> processing, Consumer<Boolean> over) {
    this.portions = new ConcurrentLinkedQueue<>(portions);
    this.processing = processing;
    this.over = over;
  }

  /** For whoever has begun it. Returns, as all do, whether anything has come of any mail so far. */
  boolean lead() {
    try {
      portions();
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

  private void portions() {
    for (Portion one = portions.poll(); one != null; one = portions.poll()) {
      if (processing.test(one)) {
        progress = true;
      }
    }
  }
}
