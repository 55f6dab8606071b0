package org.mailroom.mailbox.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSocket;

/** A guarded socket that holds to the step's limits of time and bytes, under TLS too. */
final class DeadlineSocket extends GuardedSocket {
  private final Deadline deadline;

  DeadlineSocket(AllowedHosts allowed, Deadline deadline) {
    super(allowed);
    this.deadline = deadline;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    super.connect(endpoint, deadline.millisLeft());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        setSoTimeout(deadline.millisLeft());
        deadline.count(1);
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        setSoTimeout(deadline.millisLeft());
        int read = super.read(bytes, offset, length);
        deadline.count(read);
        return read;
      }
    };
  }
}
