package org.mailroom.api.mailbox;

import java.time.Instant;
import org.mailroom.watch.BulkAction;
import org.mailroom.watch.BulkItemView;
import org.mailroom.watch.BulkRunView;
import org.mailroom.watch.BulkState;

/** A bulk run in JSON. */
public record BulkAnswer(
    long id,
    BulkAction action,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    boolean running,
    int percent,
    long total,
    long done,
    long failed,
    long stopped) {

  /** What it did with one mailbox. */
  public record Item(long mailbox, String name, BulkState state, String reason, Instant endedAt) {
    static Item of(BulkItemView item) {
      return new Item(
          item.mailbox().value(), item.name(), item.state(), item.reason(), item.endedAt());
    }
  }

  static BulkAnswer of(BulkRunView run) {
    return new BulkAnswer(
        run.id().value(),
        run.action(),
        run.startedBy(),
        run.startedAt(),
        run.endedAt(),
        run.running(),
        run.percent(),
        run.total(),
        run.done(),
        run.failed(),
        run.stopped());
  }
}
