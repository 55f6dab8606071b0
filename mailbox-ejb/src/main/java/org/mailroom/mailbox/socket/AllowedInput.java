package org.mailroom.mailbox.socket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mailroom.mailbox.Allowance;

/** What a socket receives, as long as it is allowed to. */
final class AllowedInput extends FilterInputStream {
  /** What is left; at first it is without end. */
  static final class Left implements Allowance {
    private final AtomicLong bytes = new AtomicLong(Long.MAX_VALUE);
    private volatile long begin = System.nanoTime();
    private volatile long nanos = Long.MAX_VALUE;

    @Override
    public void allow(Duration time, long count) {
      begin = System.nanoTime();
      nanos = time.toNanos();
      bytes.set(count);
    }

    private void check() throws IOException {
      if (System.nanoTime() - begin > nanos) {
        throw new SocketTimeoutException("The server took too long for its answer.");
      }
      if (bytes.get() <= 0) {
        throw new IOException("The server's answer is larger than anything that was asked for.");
      }
    }

    private void took(int count) {
      bytes.addAndGet(-Math.max(0, count));
    }
  }

  private final Left left;

  AllowedInput(InputStream in, Left left) {
    super(in);
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    left.check();
    int one = super.read();
    left.took(1);
    return one;
  }

  @Override
  public int read(byte[] room, int offset, int length) throws IOException {
    left.check();
    int count = super.read(room, offset, length);
    left.took(count);
    return count;
  }
}
