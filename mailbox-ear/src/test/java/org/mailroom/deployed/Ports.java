package org.mailroom.deployed;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for servers that cannot choose their own. None is of those that the system gives away by
 * itself: between the choice and the start of a server, which takes half a minute, or while a
 * server is down between two starts, such a port may become the near end of any connection or the
 * port of any other test's server.
 */
public final class Ports {
  // Linux gives away 32768 to 60999 (net.ipv4.ip_local_port_range)
  private static final int FIRST = 10_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 1000;

  private Ports() {}

  public static int free() {
    return free(1);
  }

  /** The first of so many free ports in a row. */
  static int free(int count) {
    return ThreadLocalRandom.current()
        .ints(TRIES, FIRST, LAST - count)
        .filter(first -> IntStream.range(first, first + count).allMatch(Ports::isFree))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no %d ports are free".formatted(count)));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
