package org.mailroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Carries bytes both ways, each so much later: a long line, not a narrow one. */
final class DelayProxy implements AutoCloseable {
  private static final byte[] END = new byte[0];

  private record Piece(long due, byte[] bytes) {}

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int target;
  private final long nanos;

  DelayProxy(int target, long millisEachWay) throws IOException {
    this.target = target;
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millisEachWay);
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        carry(near, far);
        carry(far, near);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket from, Socket to) {
    BlockingQueue<Piece> way = new LinkedBlockingQueue<>();
    threads.execute(() -> take(from, way));
    threads.execute(() -> deliver(way, to));
  }

  private void take(Socket from, BlockingQueue<Piece> way) {
    try {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[64 << 10];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        way.add(new Piece(System.nanoTime() + nanos, java.util.Arrays.copyOf(buffer, read)));
      }
    } catch (IOException gone) {
      // the end is passed on below
    }
    way.add(new Piece(System.nanoTime() + nanos, END));
  }

  private static void deliver(BlockingQueue<Piece> way, Socket to) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Piece piece = way.take(); piece.bytes() != END; piece = way.take()) {
        TimeUnit.NANOSECONDS.sleep(piece.due() - System.nanoTime());
        out.write(piece.bytes());
        out.flush();
      }
    } catch (IOException | InterruptedException gone) {
      // nobody there any more
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
