package org.mailroom.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.deployed.Await;

/** A PostgreSQL server that keeps what it has committed, can be killed and started again. */
final class MortalPostgres implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Path data;
  private final EmbeddedPostgres server;
  private final List<String> command;
  private Process restarted;

  MortalPostgres(Path data) {
    this.data = data;
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setPGStartupWait(START_LIMIT)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command = commandOf(postmaster());
  }

  Books books() {
    return new Books(server.getJdbcUrl("postgres", "postgres"), "postgres");
  }

  Map<String, String> environment() {
    return Map.of("MAILROOM_DB_URL", books().url(), "MAILROOM_DB_USER", books().user());
  }

  private ProcessHandle postmaster() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // it does not run as root; in a user name space of its own root is nobody
  private static List<String> commandOf(ProcessHandle process) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(process.info().command().orElseThrow());
    command.addAll(List.of(process.info().arguments().orElseThrow()));
    return command;
  }

  /** Kill -9 of all its processes. */
  void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Starts it again; returns when it has recovered. */
  void start() {
    launch();
    Await.until(START_LIMIT, "PostgreSQL has recovered", this::hasRecovered);
  }

  // it does not start beside a process that was born while its parent was killed and has not
  // noticed yet
  private boolean hasRecovered() {
    if (!restarted.isAlive()) {
      launch();
    }
    return answers();
  }

  private void launch() {
    try {
      restarted =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(data.resolveSibling("postgres.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It ends by itself when it cannot write. */
  void startIfItHasEnded() {
    if (!answers()) {
      start();
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(books().url(), "postgres", "")) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
