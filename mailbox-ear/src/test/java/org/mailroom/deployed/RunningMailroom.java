package org.mailroom.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code mailroom.jar} in a process of its own, on a free port of 127.0.0.1. */
public final class RunningMailroom implements AutoCloseable {
  public static final String PASSWORD = "a long administrator's password";
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration END_LIMIT = Duration.ofMinutes(3);

  private final Path directory;
  private final Map<String, String> environment;
  private final int port;
  private Process process;

  private RunningMailroom(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.port = Ports.free();
    this.environment = new HashMap<>(environment);
    this.environment.put("MAILROOM_HTTP_PORT", Integer.toString(port));
    this.environment.put("MAILROOM_DATA_DIR", data().toString());
    this.environment.put("MAILROOM_ADMIN_PASSWORD", PASSWORD);
    this.environment.put("MAILROOM_ALLOWED_HOSTS", "127.0.0.1,localhost");
    this.environment.put("MAILROOM_POLL_SECONDS", "15");
  }

  /** Starts it and returns when it is ready; its log is the file {@code mailroom.log}. */
  public static RunningMailroom in(Path directory, Map<String, String> environment) {
    RunningMailroom mailroom = new RunningMailroom(directory, environment);
    mailroom.start();
    return mailroom;
  }

  /** A second node on the same database, with the master key of this one; returns when ready. */
  public RunningMailroom neighbour(Path directory) throws IOException {
    RunningMailroom neighbour = new RunningMailroom(directory, environment);
    Files.createDirectories(neighbour.data());
    Files.copy(data().resolve("master.key"), neighbour.data().resolve("master.key"));
    neighbour.start();
    return neighbour;
  }

  public void start() {
    launch();
    try {
      awaitReady();
    } catch (AssertionError late) {
      kill(); // nobody else would
      throw late;
    }
  }

  public void awaitReady() {
    Await.until(START_LIMIT, "Mailroom is ready", this::isReady);
  }

  /** Starts it and waits for nothing. */
  public void launch() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx1g",
              // a start is short of processors, not of speed once it has warmed up
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-jar",
              System.getProperty("mailroom.jar"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Mailroom ended with " + process.exitValue() + ": " + logTail());
    }
    return statusOf("/health/ready") == 200;
  }

  private int statusOf(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(5)).build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Stops its time, as a machine that is suspended does. */
  public void sleep() {
    signal("STOP");
  }

  /** Lets its time go on. */
  public void wake() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  public Rest rest() {
    return new Rest(url(), "admin", PASSWORD);
  }

  public Path data() {
    return directory.resolve("data");
  }

  Path log() {
    return directory.resolve("mailroom.log");
  }

  private String logTail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Mailroom did not stop within " + END_LIMIT);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
