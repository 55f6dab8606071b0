package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.environment.Environment;

class DataSourceInTurnTest {
  private static final int ROWS = 400;
  private static final int WRITERS = 4;
  private static final int COPIES = 12;

  @TempDir Path directory;

  @AutoClose("shutdownNow")
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private DataSource source;
  @AutoClose private Connection one;
  @AutoClose private Connection two;

  @BeforeEach
  void open() throws SQLException {
    String url = "jdbc:h2:file:" + directory.resolve("running");
    source = DatabaseChoice.of(Environment.of(Map.of("MAILROOM_DB_URL", url)::get));
    one = source.getConnection();
    two = source.getConnection();
    createTables(one);
  }

  // H2 waits without end, and without listening, for a row that was left locked
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @Test
  void whenever_it_is_killed_what_is_left_is_whole_transactions() throws Exception {
    var done = new AtomicBoolean();
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int seed = i;
      writers.add(threads.submit(() -> write(new Random(seed), done)));
    }
    for (int i = 0; i < COPIES; i++) {
      // what a kill leaves is what the file holds at any moment
      assertThat(broken(copy(i))).as("copy %d", i).isEmpty();
    }
    done.set(true);
    for (Future<?> writer : writers) {
      writer.get();
    }
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SEQUENCE ids INCREMENT BY 50");
      for (int table = 0; table < 20; table++) {
        statement.execute(
            "CREATE TABLE t%1$d (id INT PRIMARY KEY, n INT, at TIMESTAMP)".formatted(table));
        statement.execute("CREATE INDEX i%1$d ON t%1$d (n, at)".formatted(table));
        statement.execute(
            "INSERT INTO t%d SELECT x, 0, NULL FROM SYSTEM_RANGE(1, %d)".formatted(table, ROWS));
      }
    }
  }

  /** Each transaction counts the same rows up in the first and the last table. */
  private Void write(Random random, AtomicBoolean done) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement first = counting(connection, 0);
        PreparedStatement last = counting(connection, 19);
        PreparedStatement numbers = connection.prepareStatement("CALL NEXT VALUE FOR ids")) {
      connection.setAutoCommit(false);
      while (!done.get()) {
        for (int id : random.ints(10, 1, ROWS + 1).sorted().distinct().toArray()) {
          count(first, id);
          count(last, id);
          numbers.executeQuery();
        }
        connection.commit();
      }
    }
    return null;
  }

  private static PreparedStatement counting(Connection connection, int table) throws SQLException {
    return connection.prepareStatement(
        "UPDATE t%d SET n = n + 1, at = CURRENT_TIMESTAMP WHERE id = ?".formatted(table));
  }

  private static void count(PreparedStatement statement, int id) throws SQLException {
    statement.setInt(1, id);
    statement.executeUpdate();
  }

  private Path copy(int number) throws IOException {
    Path copy = directory.resolve("copy" + number);
    return Files.copy(directory.resolve("running.mv.db"), Path.of(copy + ".mv.db"));
  }

  private static List<String> broken(Path copy) throws SQLException {
    List<String> broken = new ArrayList<>();
    String url = "jdbc:h2:file:" + copy.toString().replace(".mv.db", "");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      ResultSet unlike =
          statement.executeQuery(
              "SELECT a.id FROM t0 a JOIN t19 b ON a.id = b.id WHERE a.n <> b.n");
      while (unlike.next()) {
        broken.add("half of row " + unlike.getInt(1));
      }
      statement.executeUpdate("UPDATE t0 SET n = n + 1");
      statement.executeUpdate("UPDATE t19 SET n = n + 1");
      // enough for H2 to write down how far it has come
      statement.executeQuery("SELECT NEXT VALUE FOR ids FROM SYSTEM_RANGE(1, 100)");
    }
    return broken;
  }

  private void oneWrites() throws SQLException {
    one.setAutoCommit(false);
    count(counting(one, 0), 7);
  }

  @Test
  void who_meets_a_row_that_another_changes_has_it_when_that_one_has_committed() throws Exception {
    oneWrites();
    Future<Integer> waiting =
        threads.submit(
            () -> two.createStatement().executeUpdate("UPDATE t0 SET n = n + 10 WHERE id = 7"));
    count(counting(one, 19), 7);
    one.commit();

    assertThat(waiting.get()).isEqualTo(1);
    ResultSet row = two.createStatement().executeQuery("SELECT n FROM t0 WHERE id = 7");
    assertThat(row.next()).isTrue();
    assertThat(row.getInt(1)).isEqualTo(11);
  }

  @Test
  void numbers_are_given_while_another_writes() throws Exception {
    oneWrites();
    Future<Boolean> numbers =
        threads.submit(
            () -> {
              two.setAutoCommit(false);
              return two.prepareStatement("CALL NEXT VALUE FOR ids").executeQuery().next();
            });

    assertThat(numbers.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_a_thread_begins_within_a_transaction_that_writes_goes_with_it() throws SQLException {
    oneWrites();
    count(counting(two, 0), 8);
    one.rollback();

    try (Statement statement = two.createStatement()) {
      ResultSet sum = statement.executeQuery("SELECT SUM(n) FROM t0");
      assertThat(sum.next()).isTrue();
      assertThat(sum.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void what_fails_gives_its_turn_back_with_its_transaction() throws Exception {
    one.setAutoCommit(false);
    Savepoint before = one.setSavepoint();
    assertThatThrownBy(() -> one.createStatement().execute("INSERT INTO t0 (id) VALUES (1)"))
        .isInstanceOf(SQLException.class);
    one.rollback(before);
    Future<Boolean> other =
        threads.submit(() -> two.createStatement().execute("UPDATE t0 SET n = n + 1 WHERE id = 7"));
    count(counting(one, 19), 7);
    one.rollback();

    assertThat(other.get()).isFalse();
  }

  @Test
  void saying_again_that_a_transaction_is_open_does_not_end_it() throws Exception {
    oneWrites();
    one.setAutoCommit(false);
    Future<Boolean> other =
        threads.submit(() -> two.createStatement().execute("UPDATE t19 SET n = 5"));
    assertThatThrownBy(() -> other.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    one.setAutoCommit(true);

    assertThat(other.get()).isFalse();
  }

  @Test
  void a_pool_finds_its_connection_again() {
    assertThat(List.of(one)).contains(one);
  }
}
