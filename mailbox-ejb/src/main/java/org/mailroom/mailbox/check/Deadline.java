package org.mailroom.mailbox.check;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time that the present step has left. A time-out for each read would let a server that sends a
 * byte now and then hold a check for ever. For one thread.
 */
final class Deadline {
  private long end;

  void restart(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
  }

  /** What is left, at least a millisecond. */
  int millisLeft() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the time of the step is over");
    }
    return Math.toIntExact(left);
  }
}
