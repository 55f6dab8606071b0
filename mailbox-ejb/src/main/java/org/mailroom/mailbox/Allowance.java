package org.mailroom.mailbox;

import java.time.Duration;

/**
 * A connection that is read no longer and no further than it is allowed. A time-out alone lets a
 * server that sends a byte now and then hold its reader for ever.
 */
public interface Allowance {
  /**
   * From now on, until it is allowed anew, reading fails when this time is over or so many bytes
   * have come (under TLS the protected ones).
   */
  void allow(Duration time, long bytes);
}
