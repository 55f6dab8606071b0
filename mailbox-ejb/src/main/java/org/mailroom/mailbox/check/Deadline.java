package org.mailroom.mailbox.check;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time and the bytes that the present step has left. A time-out for each read would let a
 * server that sends a byte now and then hold a check for ever, and one that never ends a line would
 * fill the memory. For one thread.
 */
final class Deadline {
  private static final int MAX_BYTES = 4 << 20;

  /** The server said more than any step wants to hear. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("more than a step may read");
    }
  }

  private long end;
  private int bytesLeft;

  void restart(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
    bytesLeft = MAX_BYTES;
  }

  /** What is left, at least a millisecond. */
  int millisLeft() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the time of the step is over");
    }
    return Math.toIntExact(left);
  }

  void count(int bytes) throws TooMuch {
    bytesLeft -= Math.max(0, bytes);
    if (bytesLeft < 0) {
      throw new TooMuch();
    }
  }
}
