package org.mailroom.database;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A statement that waits for its connection's turn unless it only reads or asks for numbers. */
final class StatementInTurn extends InTurn {
  private static final Pattern READS = Pattern.compile("\\s*SELECT\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITES_TOO =
      Pattern.compile("\\b(?:UPDATE|NEXT\\s+VALUE|FINAL\\s+TABLE)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * Numbers are of no transaction. Who asks for them holds up all others that need some, so it must
   * not wait for one of these to end.
   */
  private static final Pattern NUMBERS =
      Pattern.compile("\\s*CALL\\s+NEXT\\s+VALUE\\s+FOR\\s+\\w+\\s*", Pattern.CASE_INSENSITIVE);

  private final ConnectionInTurn connection;
  private final boolean free;

  StatementInTurn(Statement statement, String sql, ConnectionInTurn connection) {
    super(statement);
    this.connection = connection;
    free = isFree(sql);
  }

  static boolean isFree(String sql) {
    return NUMBERS.matcher(sql).matches()
        || (READS.matcher(sql).lookingAt() && !WRITES_TOO.matcher(sql).find());
  }

  @Override
  Object call(Method method, Object[] arguments) throws SQLException {
    if (!method.getName().startsWith("execute") || isFree(arguments)) {
      return passOn(method, arguments);
    }
    connection.begin();
    try {
      return passOn(method, arguments);
    } finally {
      connection.endIfOver();
    }
  }

  private boolean isFree(Object... arguments) {
    return arguments == null ? free : isFree((String) arguments[0]);
  }
}
