package org.mailroom.watch;

/** Names one bulk run. */
public record BulkRunId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
