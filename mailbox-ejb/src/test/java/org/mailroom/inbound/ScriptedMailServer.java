package org.mailroom.inbound;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that a test lets misbehave; each connection has a thread of its own. */
public abstract class ScriptedMailServer implements AutoCloseable {
  /** A mail, and the size that the server says it has. */
  protected record Mail(String uid, byte[] bytes, long size) {}

  /** Answers a command in place of the server; false if it has nothing to say about it. */
  @FunctionalInterface
  public interface Mischief {
    boolean answers(String tag, String command, Guest guest) throws IOException;
  }

  /** One connection, seen from the server. */
  public static final class Guest {
    private final Socket socket;
    private final BufferedReader in;

    private Guest(Socket socket) throws IOException {
      this.socket = socket;
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    public void say(String line) throws IOException {
      write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    /** The next line, or null when the guest has gone. */
    public String hear() throws IOException {
      return in.readLine();
    }

    public void hangUp() throws IOException {
      socket.close();
    }
  }

  private final ServerSocket listener;
  private final List<Socket> guests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private Thread accepting;
  protected final List<Mail> mails = new CopyOnWriteArrayList<>();
  private volatile Mischief mischief = (tag, command, guest) -> false;

  protected ScriptedMailServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to listen. */
  protected final void start() {
    accepting = daemon(this::accept);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted mail server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        guests.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Guest guest = new Guest(socket);
      greet(guest);
      String line = guest.hear();
      while (line != null) {
        hear(line, guest);
        line = guest.hear();
      }
    } catch (IOException gone) {
      // the guest hung up, as guests do that were told nonsense
    } finally {
      guests.remove(socket);
    }
  }

  protected abstract void greet(Guest guest) throws IOException;

  protected abstract void hear(String line, Guest guest) throws IOException;

  protected final boolean misbehaves(String tag, String command, Guest guest) throws IOException {
    return mischief.answers(tag, command, guest);
  }

  public void misbehave(Mischief how) {
    mischief = how;
  }

  public void behave() {
    mischief = (tag, command, guest) -> false;
  }

  public void receives(String uid, String mail) {
    receives(uid, mail, mail.length());
  }

  public void receives(String uid, String mail, long claimedSize) {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    mails.add(new Mail(uid, bytes, claimedSize));
  }

  public void forgetsAll() {
    mails.clear();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** As a network does that forgets its connections. */
  public void dropsAll() {
    guests.forEach(ScriptedMailServer::drop);
  }

  private static void drop(Socket guest) {
    try {
      guest.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many connections there have been. */
  public int connections() {
    return connections.get();
  }

  protected static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Nobody listens once it returns: a closed listener takes calls until its thread wakes up. */
  @Override
  public void close() {
    try {
      listener.close();
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dropsAll(); // all there have ever been
  }
}
