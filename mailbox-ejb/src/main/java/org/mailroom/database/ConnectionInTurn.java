package org.mailroom.database;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that has its turn from the first statement that writes to the end of it all. */
final class ConnectionInTurn extends InTurn {
  private final Connection connection;
  private final Turns turns;
  private final AtomicBoolean writing = new AtomicBoolean();

  ConnectionInTurn(Connection connection, Turns turns) {
    super(connection);
    this.connection = connection;
    this.turns = turns;
  }

  @Override
  Object call(Method method, Object[] arguments) throws SQLException {
    try {
      Object result = passOn(method, arguments);
      return result instanceof Statement statement
          ? new StatementInTurn(statement, sql(arguments), this).as(method.getReturnType())
          : result;
    } finally {
      if (ends(method)) {
        end();
      } else {
        endIfOver();
      }
    }
  }

  private static boolean ends(Method method) {
    return switch (method.getName()) {
      case "commit", "close" -> true;
      // to a savepoint it is no end
      case "rollback" -> method.getParameterCount() == 0;
      default -> false;
    };
  }

  // what is prepared is named; a plain statement is told later
  private static String sql(Object... arguments) {
    return arguments != null && arguments[0] instanceof String sql ? sql : "";
  }

  /** Before a statement that writes. */
  void begin() throws SQLException {
    if (!writing.get()) {
      turns.begin();
      writing.set(true);
    }
  }

  /** After what may have been a transaction of its own. */
  void endIfOver() {
    if (writing.get() && isOver()) {
      end();
    }
  }

  private boolean isOver() {
    try {
      return connection.getAutoCommit();
    } catch (SQLException e) {
      // closed under way, as by a full disk
      return true;
    }
  }

  private void end() {
    if (writing.compareAndSet(true, false)) {
      turns.end();
    }
  }
}
