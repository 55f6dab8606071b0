package org.mailroom.watch;

import java.time.Instant;

/**
 * How far a bulk run has come.
 *
 * @param total how many mailboxes it is about
 * @param stopped that have not been touched because the run was stopped
 * @param endedAt null while it goes on
 */
public record BulkRunView(
    BulkRunId id,
    BulkAction action,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    long total,
    long done,
    long failed,
    long stopped) {

  public boolean running() {
    return endedAt == null;
  }

  /** From 0 to 100; 100 only when nothing is left to do. */
  public int percent() {
    return total == 0 ? 100 : (int) ((done + failed + stopped) * 100 / total);
  }
}
