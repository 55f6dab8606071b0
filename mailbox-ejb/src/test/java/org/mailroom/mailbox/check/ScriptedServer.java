package org.mailroom.mailbox.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that says what a test wants said; one connection after the other. */
final class ScriptedServer implements AutoCloseable {
  /** What the server does with a connection. */
  @FunctionalInterface
  interface Script {
    void play(Guest guest) throws Exception;
  }

  /** One connection, seen from the server. */
  static final class Guest {
    private Socket socket;
    private BufferedReader in;

    private Guest(Socket socket) throws IOException {
      use(socket);
    }

    private void use(Socket next) throws IOException {
      socket = next;
      in =
          new BufferedReader(
              new InputStreamReader(next.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void say(String line) throws IOException {
      write(line + "\r\n");
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /** The next line, or null when the guest has gone. */
    String hear() throws IOException {
      return in.readLine();
    }

    /** Stays until the guest goes. */
    void waitForGoodbye() throws IOException {
      in.lines().forEach(line -> {});
    }

    void startTls(SSLContext context) throws IOException {
      SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      tls.setUseClientMode(false);
      use(tls);
    }
  }

  private final ServerSocket listener;
  private final Script script;
  private volatile Socket guest;
  private final Thread thread = new Thread(this::serve, "scripted server");

  private ScriptedServer(Script script) throws IOException {
    this.script = script;
    listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  static ScriptedServer playing(Script script) throws IOException {
    ScriptedServer server = new ScriptedServer(script);
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        guest = socket;
        if (listener.isClosed()) {
          return; // who closes it may not have seen this guest
        }
        script.play(new Guest(socket));
      } catch (Exception gone) {
        // the guest hung up, as guests that were told bad news do
      }
    }
  }

  /** Nobody listens or talks once it returns: a closed listener takes calls until it wakes up. */
  @Override
  public void close() throws IOException {
    listener.close();
    Socket last = guest;
    if (last != null) {
      last.close();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
