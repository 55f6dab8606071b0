package org.mailroom.delivery.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line to a server that breaks once: its first connection is reset when so many bytes have passed
 * in one direction. What follows is carried whole.
 */
public final class BreakingLine implements AutoCloseable {
  /** Whose bytes are counted. */
  public enum Side {
    CLIENT,
    SERVER
  }

  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final ServerSocket entrance;
  private final int server;
  private final Side counted;
  private final int bytes;
  private volatile boolean broken;

  /**
   * @param bytes after which it breaks; none that follows them gets through
   */
  public BreakingLine(int server, Side counted, int bytes) {
    this.server = server;
    this.counted = counted;
    this.bytes = bytes;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Whether it came to that: a short dialogue may end before. */
  public boolean isBroken() {
    return broken;
  }

  private void listen() {
    try {
      while (!entrance.isClosed()) {
        connect(entrance.accept());
      }
    } catch (IOException | RejectedExecutionException closed) {
      // as it is told to
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
    ends.add(near);
    ends.add(far);
    boolean breaks = first.getAndSet(false);
    threads.execute(() -> carry(near, far, breaks && counted == Side.CLIENT));
    threads.execute(() -> carry(far, near, breaks && counted == Side.SERVER));
  }

  private void carry(Socket from, Socket to, boolean breaks) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      if (breaks) {
        pass(in, to.getOutputStream());
        reset(from, to);
      } else {
        in.transferTo(to.getOutputStream());
      }
    } catch (IOException gone) {
      // the other direction ends with it
    }
  }

  private void pass(InputStream in, OutputStream out) throws IOException {
    for (int passed = 0; passed < bytes; passed++) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      out.write(next);
    }
    broken = true;
  }

  // a reset, not an end: what is still on its way is lost
  private static void reset(Socket from, Socket to) throws IOException {
    from.setSoLinger(true, 0);
    to.setSoLinger(true, 0);
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket end : ends) {
        end.close();
      }
      threads.shutdown();
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The line does not end.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
