package org.mailroom.bench;

import java.util.concurrent.TimeUnit;

/**
 * What the application holds on to over idle while it works through a long queue with large mail in
 * it: the heap that is left after a full collection, looked at again and again.
 */
final class Memory {
  private static final int LARGE_BYTES = 25 << 20;

  private final Figures figures;
  private final Sinks sinks;

  Memory(Figures figures, Sinks sinks) {
    this.figures = figures;
    this.sinks = sinks;
  }

  void run(int small, int large) throws Exception {
    try (Store store = Store.postgres();
        Application mailroom = Application.start(store.environment(), "700m")) {
      long mailbox = mailroom.outbox("memory", sinks.port());
      double idle = Heap.held(mailroom);
      store.fill(mailbox, small / 2, 4096);
      store.fill(mailbox, large, LARGE_BYTES);
      store.fill(mailbox, small / 2, 4096);
      mailroom.resume(mailbox);
      double most = idle;
      while (store.number("SELECT COUNT(*) FROM outbox_message WHERE state <> 'SENT'") > 0) {
        most = Math.max(most, Heap.held(mailroom));
        TimeUnit.MILLISECONDS.sleep(500);
      }
      figures.add("MB", "held at most, over idle", most - idle);
      figures.add("MB", "held idle", idle);
    }
  }
}
