package org.mailroom.installation.jpa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What tells a database from another one with the same content. */
public final class DatabaseMark {
  private static final Logger LOG = System.getLogger(DatabaseMark.class.getName());
  private static final String DATABASE =
      "SELECT oid::text FROM pg_database WHERE datname = current_database()";
  // open to all by default; some hosts close it
  private static final String SERVER = "SELECT system_identifier::text FROM pg_control_system()";

  private DatabaseMark() {}

  /** Of PostgreSQL its number on its server; empty for H2, whose file is in the data directory. */
  public static String of(DataSource source) {
    try (Connection connection = source.getConnection()) {
      boolean postgres = connection.getMetaData().getDatabaseProductName().startsWith("PostgreSQL");
      return postgres ? server(connection) + "/" + text(connection, DATABASE) : "";
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not tell what it is", e);
    }
  }

  private static String server(Connection connection) {
    try {
      return text(connection, SERVER);
    } catch (SQLException closed) {
      LOG.log(Level.DEBUG, "installation.server_unknown", closed);
      return "";
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
