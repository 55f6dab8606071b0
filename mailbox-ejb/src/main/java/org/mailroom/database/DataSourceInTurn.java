package org.mailroom.database;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 with one writing transaction at a time, docs/adr/0023.
 *
 * <p>H2 saves each of its maps (the rows of a table, an index, what to undo) as it finds it, one
 * after the other, while other connections go on. Killed just then, it is opened again with half of
 * their changes, or with rows that stay locked for ever. Reading is not held up.
 */
final class DataSourceInTurn extends InTurn {
  private final Turns turns = new Turns();

  private DataSourceInTurn(JdbcDataSource source) {
    super(source);
  }

  static DataSource of(JdbcDataSource source) {
    return new DataSourceInTurn(source).as(DataSource.class);
  }

  @Override
  Object call(Method method, Object[] arguments) throws SQLException {
    Object result = passOn(method, arguments);
    return result instanceof Connection connection
        ? new ConnectionInTurn(connection, turns).as(Connection.class)
        : result;
  }
}
