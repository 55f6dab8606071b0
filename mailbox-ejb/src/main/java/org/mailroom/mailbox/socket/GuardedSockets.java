package org.mailroom.mailbox.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Makes guarded sockets for the mail library, which lays TLS over them itself where it is wanted.
 * Thread-safe.
 */
public final class GuardedSockets extends SocketFactory {
  private final Supplier<? extends GuardedSocket> sockets;

  public GuardedSockets(AllowedHosts allowed) {
    this(() -> new GuardedSocket(allowed));
  }

  /** Makes sockets that do more than guard. */
  public GuardedSockets(Supplier<? extends GuardedSocket> sockets) {
    this.sockets = sockets;
  }

  /** The same, which show each socket that they make. */
  public GuardedSockets seenBy(Consumer<Socket> watcher) {
    return new GuardedSockets(
        () -> {
          GuardedSocket socket = sockets.get();
          watcher.accept(socket);
          return socket;
        });
  }

  @Override
  public Socket createSocket() {
    return sockets.get();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(from);
      socket.connect(to);
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }
}
