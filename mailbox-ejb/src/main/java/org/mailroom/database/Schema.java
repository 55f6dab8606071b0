package org.mailroom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations, one set for H2 and PostgreSQL; placeholders bridge what SQL leaves open. */
final class Schema {
  // "partial" begins a line that narrows an index: H2 cannot, and takes the line as a comment; "h2"
  // and "postgres" begin lines that are for one of them alone; "sha256" is the hash of a column
  // "content", in small hexadecimal digits
  private static final Map<String, String> H2 =
      Map.of(
          "blob", "BLOB",
          "text", "CLOB",
          "partial", "--",
          "h2", "",
          "postgres", "--",
          "sha256", "LOWER(RAWTOHEX(HASH('SHA-256', content)))");
  private static final Map<String, String> POSTGRES =
      Map.of(
          "blob", "BYTEA",
          "text", "TEXT",
          "partial", "",
          "h2", "--",
          "postgres", "",
          "sha256", "ENCODE(SHA256(content), 'hex')");

  private final DataSource source;

  Schema(DataSource source) {
    this.source = source;
  }

  void migrate() {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(placeholders())
        .load()
        .migrate();
  }

  private Map<String, String> placeholders() {
    try (Connection connection = source.getConnection()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().startsWith("H2");
      return h2 ? H2 : POSTGRES;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database cannot be reached. Check MAILROOM_DB_URL, _DB_USER and _DB_PASSWORD.", e);
    }
  }
}
