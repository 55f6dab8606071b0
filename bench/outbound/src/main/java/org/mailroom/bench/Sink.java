package org.mailroom.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An SMTP server that takes everything, as fast as the JDK lets it or as slow as it is told. */
final class Sink implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Duration pause;
  private final Taker taker;
  final AtomicLong accepted = new AtomicLong();

  /** Reads one message to its final dot. */
  interface Taker {
    void take(InputStream in) throws IOException;
  }

  Sink() throws IOException {
    this(0, Duration.ZERO, Sink::skipMessage);
  }

  /**
   * @param port 0 for any
   * @param pause before each answer
   */
  Sink(int port, Duration pause, Taker taker) throws IOException {
    this.pause = pause;
    this.taker = taker;
    server = new ServerSocket(port, 500, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  int port() {
    return server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      say(out, in, "220 sink ESMTP");
      for (String line = line(in); line != null; line = line(in)) {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
        switch (verb) {
          case "EHLO" -> say(out, in, "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE");
          case "DATA" -> {
            say(out, in, "354 go on");
            taker.take(in);
            accepted.incrementAndGet();
            say(out, in, "250 2.0.0 taken");
          }
          case "QUIT" -> {
            say(out, in, "221 bye");
            return;
          }
          default -> say(out, in, "250 ok");
        }
      }
    } catch (IOException gone) {
      // the client has left
    } finally {
      open.remove(socket);
    }
  }

  // answers to commands that came together go together (RFC 2920)
  private void say(OutputStream out, InputStream in, String words) throws IOException {
    if (!pause.isZero()) {
      rest();
    }
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    if (in.available() == 0 || words.startsWith("354") || !pause.isZero()) {
      out.flush();
    }
  }

  private void rest() throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException closed) {
      throw new InterruptedIOException();
    }
  }

  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private static void skipMessage(InputStream in) throws IOException {
    int length = 0;
    boolean dotOnly = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        if (dotOnly && length == 1) {
          return;
        }
        length = 0;
        dotOnly = false;
      } else if (b != '\r') {
        dotOnly = length == 0 && b == '.';
        length++;
      }
    }
    throw new IOException("cut off");
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
