package org.mailroom.flow.flowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets one node at a time build its engine: the first makes the tables, the others find them. The
 * engine's own lock for that needs a table that is not there yet.
 */
final class StartLock {
  private StartLock() {}

  static <T> T holding(DataSource source, Supplier<T> work) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT id FROM flow_engine_start WHERE id = 1 FOR UPDATE");
      T result = work.get();
      connection.rollback(); // nothing was written here
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot lock flow_engine_start to start the flow engine", e);
    }
  }
}
