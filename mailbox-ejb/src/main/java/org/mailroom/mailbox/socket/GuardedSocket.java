package org.mailroom.mailbox.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import org.mailroom.mailbox.Allowance;
import org.mailroom.mailbox.Flight;
import org.mailroom.mailbox.ForbiddenTarget;

/**
 * A socket that connects to allowed hosts only. It judges the very address it is about to connect
 * to, so a name that resolves differently from one moment to the next (DNS rebinding) gains
 * nothing.
 */
public class GuardedSocket extends Socket implements Flight, Allowance {
  private final AllowedHosts allowed;
  private final AllowedInput.Left left = new AllowedInput.Left();
  private Boarding boarding;

  public GuardedSocket(AllowedHosts allowed) {
    this.allowed = allowed;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (endpoint instanceof InetSocketAddress target && !target.isUnresolved()) {
      refuseForbidden(target.getHostString(), target.getAddress());
    }
    connectAllowed(endpoint, timeout);
    // Without it each message of a reused SMTP connection waits 40 ms for a delayed
    // acknowledgement.
    setTcpNoDelay(true);
  }

  @Override
  public void allow(Duration time, long bytes) {
    left.allow(time, bytes);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new AllowedInput(input(), left);
  }

  InputStream input() throws IOException {
    return super.getInputStream();
  }

  void connectAllowed(SocketAddress endpoint, int timeout) throws IOException {
    super.connect(endpoint, timeout);
  }

  @Override
  public synchronized OutputStream getOutputStream() throws IOException {
    if (boarding == null) {
      boarding = new Boarding(super.getOutputStream());
    }
    return boarding;
  }

  @Override
  public synchronized void board() {
    if (boarding != null) {
      boarding.board();
    }
  }

  @Override
  public synchronized void depart() throws IOException {
    if (boarding != null) {
      boarding.depart();
    }
  }

  private void refuseForbidden(String host, InetAddress address) throws SocketException {
    if (!allowed.allow(host, address)) {
      ForbiddenTarget forbidden = new ForbiddenTarget(host);
      SocketException refused = new SocketException(forbidden.getMessage());
      refused.initCause(forbidden);
      throw refused;
    }
  }
}
