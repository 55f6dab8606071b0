package org.mailroom.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mailroom.environment.Environment;

/**
 * The data source behind {@code java:app/jdbc/mailroom}: PostgreSQL or H2 as {@code
 * MAILROOM_DB_URL} says, else an H2 file in the data directory.
 *
 * <p>A data source definition holds constants only; this class is how the environment gets in
 * without the expressions of one server. The pool is the server's. Thread-safe after its set-up.
 */
public class MailroomDataSource implements DataSource {
  private volatile DataSource chosen;

  @Override
  public Connection getConnection() throws SQLException {
    return chosen().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    // the server passes what the definition says, which is nothing: the environment knows better
    return getConnection();
  }

  private DataSource chosen() {
    if (chosen == null) {
      chosen = DatabaseChoice.of(Environment.ofProcess());
    }
    return chosen;
  }

  /** Servers set the definition's address; ours only says where the real one comes from. */
  public void setUrl(String url) {
    // nothing to keep
  }

  public String getUrl() {
    return "env:MAILROOM_DB_URL";
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return chosen().getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    chosen().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    chosen().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return chosen().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return chosen().getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : chosen().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || chosen().isWrapperFor(type);
  }
}
