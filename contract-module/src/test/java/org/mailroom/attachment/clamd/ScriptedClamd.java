package org.mailroom.attachment.clamd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Speaks clamd's protocol: finds a virus in what contains VIRUS, takes at most so many bytes. */
public final class ScriptedClamd implements AutoCloseable {
  private final ServerSocket server;
  private final int most;
  private final Thread thread = new Thread(this::serve, "scripted-clamd");
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

  public ScriptedClamd(int most) throws IOException {
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.most = most;
    thread.setDaemon(true);
    thread.start();
  }

  public String where() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** How many bytes each file had. */
  List<Integer> sizes() {
    return sizes;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        answer(caller, new DataInputStream(caller.getInputStream()));
      } catch (IOException gone) {
        // the next one
      }
    }
  }

  private void answer(Socket caller, DataInputStream in) throws IOException {
    StringBuilder command = new StringBuilder();
    for (int c = in.read(); c > 0; c = in.read()) {
      command.append((char) c);
    }
    String answer = command.toString().equals("zPING") ? "PONG" : scanned(in);
    caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
    caller.getOutputStream().flush();
  }

  private String scanned(DataInputStream in) throws IOException {
    StringBuilder content = new StringBuilder();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
      if (content.length() > most) {
        return "INSTREAM size limit exceeded. ERROR";
      }
    }
    sizes.add(content.length());
    return content.indexOf("VIRUS") < 0 ? "stream: OK" : "stream: Test.Virus-1 FOUND";
  }

  /** Nobody listens once it returns: a closed socket takes calls until its thread has woken up. */
  @Override
  public void close() {
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
