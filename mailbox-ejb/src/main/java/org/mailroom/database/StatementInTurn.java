package org.mailroom.database;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A statement that waits for its connection's turn unless it only reads. */
final class StatementInTurn extends InTurn {
  private static final Pattern READS = Pattern.compile("\\s*SELECT\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITES_TOO =
      Pattern.compile("\\b(?:UPDATE|NEXT\\s+VALUE|FINAL\\s+TABLE)\\b", Pattern.CASE_INSENSITIVE);

  private final ConnectionInTurn connection;
  private final boolean reads;

  StatementInTurn(Statement statement, String sql, ConnectionInTurn connection) {
    super(statement);
    this.connection = connection;
    reads = reads(sql);
  }

  static boolean reads(String sql) {
    return READS.matcher(sql).lookingAt() && !WRITES_TOO.matcher(sql).find();
  }

  @Override
  Object call(Method method, Object[] arguments) throws SQLException {
    if (!method.getName().startsWith("execute") || onlyReads(arguments)) {
      return passOn(method, arguments);
    }
    connection.begin();
    try {
      return passOn(method, arguments);
    } finally {
      connection.endIfOver();
    }
  }

  private boolean onlyReads(Object... arguments) {
    return arguments == null ? reads : reads((String) arguments[0]);
  }
}
