package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.environment.Environment;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
  @TempDir Path directory;

  @Test
  void migrates_h2_and_postgresql_from_one_set_and_twice_changes_nothing() throws SQLException {
    try (TestDatabase h2 = TestDatabase.h2();
        TestDatabase postgres = TestDatabase.postgres()) {
      for (TestDatabase database : new TestDatabase[] {h2, postgres}) {
        long before = migrations(database);
        new Schema(database.dataSource()).migrate();

        assertThat(before).as(database.toString()).isPositive();
        assertThat(migrations(database)).isEqualTo(before);
      }
    }
  }

  @Test
  void without_an_address_it_is_a_durable_h2_file_in_the_data_directory() throws SQLException {
    var source = DatabaseChoice.of(environment(Map.of("MAILROOM_DATA_DIR", directory.toString())));

    assertThat(source.unwrap(JdbcDataSource.class).getURL())
        .startsWith("jdbc:h2:file:" + directory)
        .endsWith(";WRITE_DELAY=0;RETENTION_TIME=45000");
  }

  @Test
  void an_h2_address_is_made_durable_and_keeps_its_statements_unless_it_says_otherwise() {
    assertThat(DatabaseChoice.settled("jdbc:h2:file:/x"))
        .isEqualTo("jdbc:h2:file:/x;QUERY_CACHE_SIZE=100;WRITE_DELAY=0");
    String said = "jdbc:h2:file:/x;write_delay=100;query_cache_size=20";
    assertThat(DatabaseChoice.settled(said)).isEqualTo(said);
  }

  @Test
  void an_h2_file_that_was_killed_and_then_closed_in_order_opens_again() throws Exception {
    Path killed = directory.resolve("killed.mv.db");
    try (Connection connection = h2("running")) {
      keepWriting(connection);
      Files.copy(directory.resolve("running.mv.db"), killed);
    }
    try (Connection connection = h2("killed")) {
      keepWriting(connection);
    }

    try (Connection connection = h2("killed");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("SELECT id FROM written").next()).isTrue();
    }
  }

  private Connection h2(String file) throws SQLException {
    // tidying up while it closes would hide by luck what the file cannot stand
    String url = "jdbc:h2:file:" + directory.resolve(file) + ";MAX_COMPACT_TIME=0";
    return DatabaseChoice.of(environment(Map.of("MAILROOM_DB_URL", url))).getConnection();
  }

  private static void keepWriting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS written (id INT PRIMARY KEY, bytes VARBINARY(2000))");
      statement.execute("MERGE INTO written SELECT x, SECURE_RAND(2000) FROM SYSTEM_RANGE(1, 200)");
      for (int i = 0; i < 200; i++) {
        statement.execute("UPDATE written SET bytes = SECURE_RAND(2000) WHERE MOD(id, 20) = 1");
      }
    }
  }

  @Test
  void an_h2_that_forgets_what_it_keeps_keeps_nothing() {
    assertThat(DatabaseChoice.retaining("jdbc:h2:file:/x", driver(2)))
        .isEqualTo("jdbc:h2:file:/x;RETENTION_TIME=0");
    assertThat(DatabaseChoice.retaining("jdbc:h2:file:/x", driver(3)))
        .isEqualTo("jdbc:h2:file:/x;RETENTION_TIME=45000");
  }

  private static Driver driver(int minor) {
    return new Driver() {
      @Override
      public int getMinorVersion() {
        return minor;
      }
    };
  }

  @Test
  void postgresql_undoes_what_a_node_does_not_go_on_with() throws SQLException {
    try (TestDatabase database = TestDatabase.postgres();
        Connection connection =
            DatabaseChoice.of(
                    environment(
                        Map.of("MAILROOM_DB_URL", database.url(), "MAILROOM_DB_USER", "postgres")))
                .getConnection();
        Statement statement = connection.createStatement()) {
      var limit = statement.executeQuery("SHOW idle_in_transaction_session_timeout");

      assertThat(limit.next()).isTrue();
      assertThat(limit.getString(1)).isEqualTo("3min");
    }
  }

  @Test
  void postgresql_takes_user_and_password_of_the_environment() {
    PGSimpleDataSource source = postgresql("jdbc:postgresql://db.example/mailroom");

    assertThat(source.getServerNames()).containsExactly("db.example");
    assertThat(source.getUser()).isEqualTo("mailroom");
  }

  @Test
  void postgresql_takes_rows_together_unless_its_address_says_otherwise() {
    String address = "jdbc:postgresql://db.example/mailroom";

    assertThat(postgresql(address).getReWriteBatchedInserts()).isTrue();
    assertThat(postgresql(address + "?reWriteBatchedInserts=false").getReWriteBatchedInserts())
        .isFalse();
  }

  private static PGSimpleDataSource postgresql(String address) {
    return (PGSimpleDataSource)
        DatabaseChoice.of(
            environment(
                Map.of(
                    "MAILROOM_DB_URL", address,
                    "MAILROOM_DB_USER", "mailroom",
                    "MAILROOM_DB_PASSWORD", "x")));
  }

  @Test
  void another_database_is_refused_with_its_name() {
    assertThatThrownBy(
            () -> DatabaseChoice.of(environment(Map.of("MAILROOM_DB_URL", "jdbc:mysql://x/y"))))
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageContaining("jdbc:mysql:");
  }

  private static Environment environment(Map<String, String> variables) {
    return Environment.of(variables::get);
  }

  private static long migrations(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM \"flyway_schema_history\"")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
