package org.mailroom.database;

import java.util.Locale;
import javax.sql.DataSource;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.environment.Environment;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Which database the environment names. */
final class DatabaseChoice {
  private static final System.Logger LOG = System.getLogger(DatabaseChoice.class.getName());

  private static final String REWRITE = PGProperty.REWRITE_BATCHED_INSERTS.getName() + "=";

  private DatabaseChoice() {}

  static DataSource of(Environment environment) {
    String url = environment.databaseUrl().orElseGet(() -> embedded(environment));
    if (url.startsWith("jdbc:postgresql:")) {
      return postgres(url, environment);
    }
    if (url.startsWith("jdbc:h2:")) {
      return h2(retaining(settled(url), new Driver()), environment);
    }
    throw new IllegalArgumentException(
        "MAILROOM_DB_URL must begin with jdbc:postgresql: or jdbc:h2:, not with \"%s\"."
            .formatted(url.substring(0, Math.min(16, url.length()))));
  }

  private static String embedded(Environment environment) {
    // the server closes the database in order; H2's own shutdown hook would come before it
    return "jdbc:h2:file:"
        + environment.dataDirectory().resolve("mailroom")
        + ";DB_CLOSE_ON_EXIT=FALSE";
  }

  /**
   * With its default delay H2 loses commits of the last half second when the process is killed, and
   * with its cache of 8 statements it parses nearly each of ours anew.
   */
  static String settled(String url) {
    return with(with(url, "QUERY_CACHE_SIZE", 100), "WRITE_DELAY", 0);
  }

  /**
   * H2 before 2.3 forgets, when it is opened after a kill, that space given back in the last 45
   * seconds is still named in its index: closed in order soon after, it writes over that space and
   * cannot be opened again (its issue 2752). Space that is not kept at all is not forgotten.
   */
  static String retaining(String url, java.sql.Driver h2) {
    boolean forgets = h2.getMajorVersion() == 2 && h2.getMinorVersion() < 3;
    if (forgets) {
      LOG.log(
          System.Logger.Level.WARNING,
          "This server brings H2 {0}.{1}. Give it 2.3 or newer, or use PostgreSQL: docs/adr/0022",
          h2.getMajorVersion(),
          h2.getMinorVersion());
    }
    // said in either case: the file remembers what an older H2 was told
    return with(url, "RETENTION_TIME", forgets ? 0 : 45_000);
  }

  private static String with(String url, String setting, int value) {
    String said = ";" + setting + "=";
    return url.toUpperCase(Locale.ROOT).contains(said) ? url : url + said + value;
  }

  private static DataSource h2(String url, Environment environment) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(environment.databaseUser().orElse("sa"));
    source.setPassword(environment.databasePassword().orElse(""));
    return DataSourceInTurn.of(source);
  }

  private static DataSource postgres(String url, Environment environment) {
    PGSimpleDataSource source = new PostgresDataSource();
    source.setURL(url);
    if (!url.contains(REWRITE)) {
      // rows that are written together cost the server one statement, not one each
      source.setReWriteBatchedInserts(true);
    }
    environment.databaseUser().ifPresent(source::setUser);
    environment.databasePassword().ifPresent(source::setPassword);
    return source;
  }
}
