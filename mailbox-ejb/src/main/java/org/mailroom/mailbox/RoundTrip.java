package org.mailroom.mailbox;

/**
 * How a message went out by one mailbox and came in by another.
 *
 * @param millis from the moment the one server took it to the moment the other showed it; null if
 *     it did not come so far
 * @param output what the sending mailbox saw; empty if the receiving one was not ready
 * @param input what the receiving mailbox saw; empty if there is no token for the sending one
 */
public record RoundTrip(boolean ok, Long millis, CheckReport output, CheckReport input) {
  public static RoundTrip failedAtInput(CheckReport input) {
    return new RoundTrip(false, null, CheckReport.none(), input);
  }

  static RoundTrip failedAtOutput(CheckReport output) {
    return new RoundTrip(false, null, output, CheckReport.none());
  }
}
