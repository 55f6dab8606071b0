package org.mailroom.mailbox.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSocket;

/** A guarded socket whose every wait ends with the step's deadline, under TLS too. */
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
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        setSoTimeout(deadline.millisLeft());
        return super.read(bytes, offset, length);
      }
    };
  }
}
