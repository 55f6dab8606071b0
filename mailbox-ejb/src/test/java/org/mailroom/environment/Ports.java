package org.mailroom.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that nobody else is given meanwhile. */
public final class Ports {
  // below those that the system gives to whoever asks for any, such as to each outgoing connection
  private static final int FIRST = 10_240;
  private static final int LAST = 32_000;

  /** As long as somebody has a port no other is given it; a socket ends when nobody knows it. */
  private static final Queue<Socket> KEPT = new ConcurrentLinkedQueue<>();

  private Ports() {}

  /** One for a program that is about to start. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket unused = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return unused.getLocalPort();
      } catch (IOException taken) {
        // another one, then
      }
    }
  }

  /**
   * One that refuses connections for as long as this JVM lives: it is taken, and not listened on.
   */
  public static int closed() {
    try {
      Socket socket = new Socket();
      KEPT.add(socket);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
