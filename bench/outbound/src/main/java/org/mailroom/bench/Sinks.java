package org.mailroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where all mail goes, and how fast it can be filled: Postfix's tools, else the JDK's. */
final class Sinks implements AutoCloseable {
  private final Process postfix;
  private final Sink own;
  private final int port;

  private Sinks(Process postfix, Sink own, int port) {
    this.postfix = postfix;
    this.own = own;
    this.port = port;
  }

  static Sinks open() throws IOException, InterruptedException {
    if (tool("smtp-sink") == null || tool("smtp-source") == null) {
      Sink own = new Sink();
      return new Sinks(null, own, own.port());
    }
    int port = Application.freePort();
    List<String> command = new java.util.ArrayList<>(List.of(tool("smtp-sink")));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.addAll(List.of("-c", "127.0.0.1:" + port, "1000"));
    Process sink =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(sink::destroyForcibly));
    awaitListening(port);
    return new Sinks(sink, null, port);
  }

  private static void awaitListening(int port) throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IllegalStateException("smtp-sink does not listen on " + port);
  }

  private static String tool(String name) {
    return List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin").stream()
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }

  int port() {
    return port;
  }

  /** What the rate of the limit was measured with. */
  String tools() {
    return postfix == null ? "a sink and a source of the JDK" : "smtp-source -d and smtp-sink";
  }

  /** The rate at which bare SMTP fills it over so many connections. */
  double limit(int sessions, int bytes, int count) throws Exception {
    if (postfix == null) {
      return Source.rate(port, sessions, bytes, count);
    }
    long start = System.nanoTime();
    Process source =
        new ProcessBuilder(
                tool("smtp-source"),
                "-d",
                "-s",
                Integer.toString(sessions),
                "-l",
                Integer.toString(bytes),
                "-m",
                Integer.toString(count),
                "127.0.0.1:" + port)
            .inheritIO()
            .start();
    if (source.waitFor() != 0) {
      throw new IOException("smtp-source failed");
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() throws IOException {
    if (postfix != null) {
      postfix.destroy();
    }
    if (own != null) {
      own.close();
    }
  }
}
