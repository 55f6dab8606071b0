package org.mailroom.torture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An SMTP server of one identity that writes each message into its ledger before it answers for it,
 * and does something to the sender at a moment it was told.
 */
final class LedgerSink implements AutoCloseable {
  /** One message as it arrived. */
  record Line(String identity, String from, String to, String headerFrom, String messageId) {}

  private record Blow(Moment moment, int countdown, Runnable strike) {}

  private final String identity;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Line> ledger = new CopyOnWriteArrayList<>();
  private final AtomicReference<Blow> blow = new AtomicReference<>();

  LedgerSink(String identity) {
    this.identity = identity;
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  String identity() {
    return identity;
  }

  int port() {
    return server.getLocalPort();
  }

  List<Line> ledger() {
    return List.copyOf(ledger);
  }

  /** Strikes once, when the moment has come so many times. */
  void arm(Moment moment, int countdown, Runnable strike) {
    blow.set(new Blow(moment, countdown, strike));
  }

  private void reached(Moment moment) {
    Blow present = blow.get();
    if (present == null || present.moment() != moment) {
      return;
    }
    if (present.countdown() > 1) {
      blow.compareAndSet(present, new Blow(moment, present.countdown() - 1, present.strike()));
    } else if (blow.compareAndSet(present, null)) {
      present.strike().run();
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Session(socket.getInputStream(), socket.getOutputStream()).run();
    } catch (IOException gone) {
      // the sender was killed
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private final class Session {
    private final InputStream in;
    private final OutputStream out;
    private String from = "";
    private String to = "";

    Session(InputStream in, OutputStream out) {
      this.in = new BufferedInputStream(in);
      this.out = out;
    }

    void run() throws IOException {
      reached(Moment.AFTER_CLAIM);
      say("220 ledger ESMTP");
      for (String line = line(); line != null; line = line()) {
        if (!answer(line)) {
          return;
        }
      }
    }

    private boolean answer(String line) throws IOException {
      switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
        case "EHLO" -> say("250-ledger\r\n250-PIPELINING\r\n250 SIZE");
        case "MAIL" -> {
          from = address(line);
          say("250 ok");
        }
        case "RCPT" -> {
          to = address(line);
          reached(Moment.AFTER_RCPT);
          say("250 ok");
        }
        case "DATA" -> {
          say("354 go on");
          take(text());
        }
        case "QUIT" -> {
          say("221 bye");
          return false;
        }
        default -> say("250 ok");
      }
      return true;
    }

    private void take(List<String> text) throws IOException {
      ledger.add(new Line(identity, from, to, header(text, "From"), header(text, "Message-ID")));
      reached(Moment.AFTER_DOT);
      say("250 2.0.0 written down");
      reached(Moment.AFTER_ANSWER);
      reached(Moment.AFTER_SETTLE);
    }

    private List<String> text() throws IOException {
      List<String> lines = new java.util.ArrayList<>();
      for (String line = line(); !".".equals(line); line = line()) {
        if (line == null) {
          throw new IOException("cut off");
        }
        lines.add(line);
      }
      return lines;
    }

    private String header(List<String> text, String name) {
      Optional<String> found =
          text.stream().filter(line -> line.startsWith(name + ": ")).findFirst();
      return found.map(line -> line.substring(name.length() + 2)).orElse("");
    }

    private String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void say(String words) throws IOException {
      out.write((words + "\r\n").getBytes(ISO_8859_1));
      out.flush();
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(80);
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          return null;
        }
        if (b != '\r') {
          line.write(b);
        }
      }
      return line.toString(ISO_8859_1);
    }
  }

  /** Lets what was answered be settled. */
  static void letSettle() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
