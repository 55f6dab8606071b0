package org.mailroom.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code mailroom.jar} in a process of its own. */
final class Application implements AutoCloseable {
  private static final String PASSWORD = "a long bench password";
  private static final Duration START = Duration.ofMinutes(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Path directory;
  private final Process process;

  private Application(Path directory, Map<String, String> environment, String heap)
      throws IOException, InterruptedException {
    this.directory = directory;
    port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-jar",
            System.getProperty("mailroom.jar"));
    builder.environment().put("MAILROOM_HTTP_PORT", Integer.toString(port));
    builder.environment().put("MAILROOM_DATA_DIR", directory.resolve("data").toString());
    builder.environment().put("MAILROOM_ADMIN_PASSWORD", PASSWORD);
    builder.environment().put("MAILROOM_ALLOWED_HOSTS", "127.0.0.1");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(directory.resolve("mailroom.log").toFile());
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitReady();
  }

  static Application start(Map<String, String> environment, String heap)
      throws IOException, InterruptedException {
    return new Application(scratch(), environment, heap);
  }

  static Path scratch() throws IOException {
    return Files.createTempDirectory("mailroom-bench");
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (status("/health/ready") != 200) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("Mailroom did not start: " + directory);
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private int status(String path) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Calls REST; an answer that is no success ends the bench. */
  String call(String method, String path, String type, String body) {
    try {
      String login = "admin:" + PASSWORD;
      HttpRequest request =
          HttpRequest.newBuilder(at("/api/v1" + path))
              .header("Content-Type", type)
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder()
                          .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  /** Calls REST with JSON, as above. */
  String post(String path, String json) {
    return call("POST", path, "application/json", json);
  }

  /** Registers a paused Output mailbox; returns its id. */
  long outbox(String name, int smtpPort) {
    String made =
        post(
            "/mailboxes",
            """
            {"name": "%s", "type": "OUTPUT", "server": "127.0.0.1", "port": %d, "security": "NONE",
             "authentication": "NONE", "sender": "desk@%s.example", "active": false}"""
                .formatted(name, smtpPort, name));
    return number(made, "id");
  }

  /** Registers an active Input mailbox; returns its id. It is read once a contract has it. */
  long inbox(String name, String user, int imapPort) {
    String made =
        post(
            "/mailboxes",
            """
            {"name": "%s", "type": "INPUT", "server": "127.0.0.1", "port": %d, "security": "NONE",
             "authentication": "PASSWORD", "user": "%s", "password": "%s", "protocol": "IMAP",
             "folder": "INBOX", "address": "%s@desk.example", "readExisting": true}"""
                .formatted(name, imapPort, user, DovecotServer.PASSWORD, name));
    return number(made, "id");
  }

  void resume(long mailbox) {
    post("/mailboxes/" + mailbox + "/resume", "");
  }

  void pause(long mailbox) {
    post("/mailboxes/" + mailbox + "/pause", "");
  }

  static long number(String json, String field) {
    Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("No " + field + " in " + json);
    }
    return Long.parseLong(found.group(1));
  }

  Path directory() {
    return directory;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
