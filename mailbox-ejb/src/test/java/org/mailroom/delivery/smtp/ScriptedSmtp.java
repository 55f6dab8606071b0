package org.mailroom.delivery.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An SMTP server that does as a test tells it: each command is answered as usual, unless a rule for
 * its beginning says otherwise. Keeps a ledger of what it has accepted, written before the 250.
 */
public final class ScriptedSmtp implements AutoCloseable {
  /** Instead of an answer: close the connection. */
  public static final String DROP = "DROP";

  /** Instead of an answer: say nothing until the server is closed. */
  public static final String HANG = "HANG";

  /** The beginning of the connection, as a command. */
  public static final String GREETING = "GREETING";

  /** A message that was accepted. */
  public record Received(String from, List<String> to, byte[] data) {}

  private record Rule(String command, UnaryOperator<String> answer, boolean once) {}

  public final List<Received> ledger = new CopyOnWriteArrayList<>();
  public final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<String> offered = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket server;
  private final AtomicInteger connected = new AtomicInteger();

  public ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many connections there have been. */
  public int connected() {
    return connected.get();
  }

  /** Answers every command that begins so. */
  public ScriptedSmtp on(String command, String answer) {
    return on(command, line -> answer);
  }

  /** Answers every command that begins so, after a look at the whole line. */
  public ScriptedSmtp on(String command, UnaryOperator<String> answer) {
    rules.add(new Rule(command, answer, false));
    return this;
  }

  /** Answers the next command that begins so. */
  public ScriptedSmtp once(String command, String answer) {
    rules.add(new Rule(command, line -> answer, true));
    return this;
  }

  /** Tells of more that it can do. */
  public ScriptedSmtp offers(String... more) {
    offered.addAll(List.of(more));
    return this;
  }

  public void asUsual() {
    rules.clear();
  }

  /** Closes all connections, as a server does that is tired of them. */
  public void dropAll() {
    connections.forEach(ScriptedSmtp::closeQuietly);
  }

  private void listen() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        connected.incrementAndGet();
        connections.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException | RejectedExecutionException closed) {
      // as it is told to
    } finally {
      dropAll(); // one may have come while it was closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Conversation(socket.getInputStream(), socket.getOutputStream()).run();
    } catch (IOException dropped) {
      // as the script says
    } finally {
      connections.remove(socket);
    }
  }

  private Optional<String> scripted(String command) {
    for (Rule rule : List.copyOf(rules)) {
      if (command.startsWith(rule.command()) && (!rule.once() || rules.remove(rule))) {
        return Optional.of(rule.answer().apply(command));
      }
    }
    return Optional.empty();
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropAll();
    threads.shutdown();
    awaitEnd();
  }

  // the port is free only when nobody waits for connections any more
  private void awaitEnd() {
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The server does not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Conversation {
    private final InputStream in;
    private final OutputStream out;
    private String from = "";
    private final List<String> to = new ArrayList<>();

    Conversation(InputStream in, OutputStream out) {
      this.in = new BufferedInputStream(in);
      this.out = out;
    }

    void run() throws IOException {
      answer(scripted(GREETING).orElse("220 scripted ESMTP"));
      for (String line = readLine(); line != null; line = readLine()) {
        commands.add(line);
        String answer = scripted(line).orElseGet(usual(line));
        answer(answer);
        note(line, answer);
        if (answer.startsWith("221") || answer.startsWith("421")) {
          return;
        }
        if (answer.startsWith("354")) {
          receive();
        }
      }
    }

    private Supplier<String> usual(String line) {
      String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
      return () ->
          switch (verb) {
            case "EHLO" -> hello();
            case "AUTH" -> "235 welcome";
            case "RCPT" -> from.isEmpty() ? "503 5.5.1 MAIL first" : "250 ok";
            case "DATA" -> to.isEmpty() ? "554 5.5.1 no valid recipients" : "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
          };
    }

    private String hello() {
      StringBuilder answer = new StringBuilder("250-scripted\r\n250-SIZE 50000000\r\n");
      offered.forEach(extension -> answer.append("250-").append(extension).append("\r\n"));
      return answer.append("250 AUTH PLAIN LOGIN").toString();
    }

    private void note(String line, String answer) {
      if (line.startsWith("MAIL FROM:")) {
        from = answer.startsWith("2") ? address(line) : "";
        to.clear();
      } else if (line.startsWith("RSET")) {
        from = "";
        to.clear();
      } else if (line.startsWith("RCPT TO:") && answer.startsWith("2")) {
        to.add(address(line));
      }
    }

    private String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void receive() throws IOException {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      for (String line = readRaw(); !line.equals(".\r\n"); line = readRaw()) {
        if (line.isEmpty()) {
          throw new IOException("gone"); // or this thread would read nothing for ever
        }
        data.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(ISO_8859_1));
      }
      String answer = scripted(".").orElse("250 queued as " + (ledger.size() + 1));
      if (answer.startsWith("250") || answer.equals(DROP)) {
        // with DROP the server has it, and we are not told
        ledger.add(new Received(from, List.copyOf(to), data.toByteArray()));
      }
      answer(answer);
    }

    private void answer(String answer) throws IOException {
      if (answer.equals(HANG)) {
        awaitClose();
      }
      if (answer.equals(DROP) || answer.equals(HANG)) {
        throw new IOException(answer);
      }
      out.write((answer + "\r\n").getBytes(UTF_8));
      out.flush();
    }

    private void awaitClose() {
      try {
        closed.await(5, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private String readLine() throws IOException {
      String line = readRaw();
      return line.isEmpty() ? null : new String(line.strip().getBytes(ISO_8859_1), UTF_8);
    }

    // one byte is one character, so that nothing is lost
    private String readRaw() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n') {
          return line.toString(ISO_8859_1);
        }
      }
      if (line.size() > 0) {
        throw new IOException("cut off");
      }
      return "";
    }
  }
}
