package org.mailroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bare SMTP, command by command over kept connections, as smtp-source -d does. */
final class Source {
  private Source() {}

  static double rate(int port, int sessions, int bytes, int count) throws Exception {
    byte[] message =
        ("From: a@b.example\r\n\r\n"
                + Messages.text(bytes)
                + ".\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ExecutorService threads = Executors.newFixedThreadPool(sessions);
    List<Future<?>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < sessions; i++) {
      running.add(
          threads.submit(
              () -> {
                send(port, message, count / sessions);
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static void send(int port, byte[] message, int count) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
      say(out, in, "EHLO bench");
      for (int i = 0; i < count; i++) {
        say(out, in, "MAIL FROM:<a@b.example>");
        say(out, in, "RCPT TO:<c@d.example>");
        say(out, in, "DATA");
        out.write(message);
        answer(in);
      }
      say(out, in, "QUIT");
    }
  }

  private static void say(OutputStream out, BufferedReader in, String command) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    answer(in);
  }

  private static void answer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    if (line == null || line.charAt(0) > '3') {
      throw new IOException("The sink said " + line);
    }
  }
}
