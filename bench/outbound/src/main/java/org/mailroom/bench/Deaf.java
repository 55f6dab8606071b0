package org.mailroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port that answers nobody: whoever connects waits for the time-out. */
final class Deaf implements AutoCloseable {
  private static final int MOST = 50;
  private static final int SURE_MILLIS = 500;

  private final ServerSocket server;
  private final List<Socket> waiting = new ArrayList<>();

  /** Fills the queue of those that the system accepts by itself, so that it drops all others. */
  Deaf(int port) throws IOException {
    server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    while (isAnswered()) {
      if (waiting.size() > MOST) {
        close();
        throw new IOException("This system answers all who connect.");
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private boolean isAnswered() throws IOException {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()),
          SURE_MILLIS);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
