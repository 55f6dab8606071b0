package org.mailroom.inbound;

import java.time.Instant;
import java.util.Optional;

/**
 * What the reader of a mailbox does now.
 *
 * @param since from when on it waits; empty unless it does
 * @param why why it does not wait; empty if it does, or has not been tried
 * @param pollSeconds the usual time between two readings
 * @param lastLook when the last reading began; empty if there was none
 * @param nextLook when the next is due at the latest; empty if none is
 * @param node the node that has the mailbox at present
 */
public record ReaderView(
    Doing doing,
    Optional<Instant> since,
    Optional<WhyNoIdle> why,
    long pollSeconds,
    Optional<Instant> lastLook,
    Optional<Instant> nextLook,
    Optional<String> node) {

  /** In one word. */
  public enum Doing {
    /** Nobody reads it: it is paused, or nobody takes its mail. */
    OFF,
    /** It waits for news by IDLE, and reads at its interval all the same. */
    WAITS,
    /** It reads just now. */
    READS,
    /** It reads at its interval. */
    POLLS,
    /** The last reading failed; it is tried again, later each time. */
    RETRIES
  }

  /** Of a mailbox that nobody reads. */
  static ReaderView off(long pollSeconds) {
    return new ReaderView(
        Doing.OFF,
        Optional.empty(),
        Optional.empty(),
        pollSeconds,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
