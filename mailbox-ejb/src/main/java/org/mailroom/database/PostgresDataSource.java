package org.mailroom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, which undoes what a node has begun when it does not go on with it for three minutes:
 * a node that is stopped or cut off would else keep its rows locked, and the mail in them, for as
 * long as its connection seems to live. That is more than a lease lasts, so others have taken over.
 */
final class PostgresDataSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;

  // said on the connection and not when it is made: poolers between refuse options
  private static final String UNDO_WHAT_RESTS = "SET idle_in_transaction_session_timeout = '3min'";

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Connection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute(UNDO_WHAT_RESTS);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }
}
