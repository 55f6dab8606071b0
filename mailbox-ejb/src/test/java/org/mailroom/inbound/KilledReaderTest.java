package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.TestDatabase;

/**
 * Readers that are killed (SIGKILL) at random while 10,000 mails in 20 mailboxes are fetched: each
 * mail has one row in the end. {@code bench/inbound-torture} kills more often.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KilledReaderTest {
  private static final int MAILBOXES = 20;
  private static final int MAILS = 10_000;
  private static final int KILLS = Integer.getInteger("mailroom.torture.readers", 10);
  private static final long SEED = Long.getLong("mailroom.torture.seed", 20261126);

  private final TestDatabase database = TestDatabase.postgres();
  private final List<ScriptedImap> servers = new ArrayList<>();
  private final Random random = new Random(SEED);
  @TempDir Path directory;

  @BeforeEach
  void receive() {
    for (int i = 0; i < MAILBOXES; i++) {
      servers.add(new ScriptedImap());
    }
    for (int i = 1; i <= MAILS; i++) {
      String uid = Integer.toString(i);
      servers.get(i % MAILBOXES).receives(uid, IdleTest.mail("mail " + i));
    }
  }

  @AfterEach
  void close() {
    servers.forEach(ScriptedMailServer::close);
    database.close();
  }

  @Test
  void each_mail_has_one_row_however_often_its_reader_is_killed() throws Exception {
    // by how much is stored, so that each kill hits a reader at work
    int[] moments = random.ints(KILLS, 1, MAILS).sorted().toArray();
    for (int moment : moments) {
      Process reader = start();
      await("about to be killed", reader, moment);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
      reader.destroyForcibly().waitFor();
    }
    Process last = start();
    await("read", last, MAILS);
    awaitMarked(last);
    last.destroyForcibly().waitFor();

    assertThat(number("SELECT count(*) FROM received_mail")).isEqualTo(MAILS);
    assertThat(number("SELECT count(DISTINCT subject) FROM received_mail")).isEqualTo(MAILS);
    assertThat(number("SELECT count(*) FROM received_raw")).isEqualTo(MAILS);
    assertThat(number("SELECT count(*) FROM received_mail WHERE state <> 'STORED'")).isZero();
  }

  private Process start() throws IOException, SQLException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
    command.addAll(List.of("-cp", classPath(), "-DMAILROOM_ALLOWED_HOSTS=127.0.0.1"));
    command.add(ReaderProcess.class.getName());
    command.add(database.url());
    servers.forEach(server -> command.add(Integer.toString(server.port())));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("MAILROOM_ALLOWED_HOSTS", "127.0.0.1");
    return builder.start();
  }

  private Path log() {
    return directory.resolve("readers.log");
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private void await(String what, Process reader, long rows) throws Exception {
    await(what, reader, "SELECT count(*) FROM received_mail", rows);
  }

  private void awaitMarked(Process reader) throws Exception {
    await("marked", reader, "SELECT count(*) FROM received_mail WHERE marked", MAILS);
  }

  private void await(String what, Process reader, String count, long wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (number(count) < wanted) {
      if (!reader.isAlive() || System.nanoTime() > end) {
        throw new AssertionError(
            "Seed %d, not %s: %s".formatted(SEED, what, Files.readString(log())));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
