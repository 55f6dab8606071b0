package org.mailroom.mailbox.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Makes guarded sockets for the mail library, which lays TLS over them itself where it is wanted.
 * Thread-safe.
 */
public final class GuardedSockets extends SocketFactory {
  private final Supplier<? extends GuardedSocket> sockets;
  private final AllowedHosts allowed;

  public GuardedSockets(AllowedHosts allowed) {
    this(() -> new GuardedSocket(allowed), allowed);
  }

  /** Makes sockets that do more than guard. */
  public GuardedSockets(Supplier<? extends GuardedSocket> sockets) {
    this(sockets, AllowedHosts.of(List.of()));
  }

  private GuardedSockets(Supplier<? extends GuardedSocket> sockets, AllowedHosts allowed) {
    this.sockets = sockets;
    this.allowed = allowed;
  }

  /** Makes sockets with a channel, for a selector. */
  public GuardedSockets selectable() {
    return new GuardedSockets(() -> withChannel(allowed), allowed);
  }

  private static GuardedSocket withChannel(AllowedHosts allowed) {
    try {
      return new ChannelSocket(allowed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, which show each socket that they make. */
  public GuardedSockets seenBy(Consumer<Socket> watcher) {
    return new GuardedSockets(
        () -> {
          GuardedSocket socket = sockets.get();
          watcher.accept(socket);
          return socket;
        },
        allowed);
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
