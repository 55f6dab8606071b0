package org.mailroom.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.environment.Ports;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A new, migrated database of its own for one test: H2 in memory, or a database on a real
 * PostgreSQL server that this JVM starts once and shares (the server is shared, never the data).
 */
public final class TestDatabase implements AutoCloseable {
  // H2 lets go after two seconds, in which the thread that has the lock may not have had a turn
  private static final String PATIENT = ";LOCK_TIMEOUT=60000";

  private final String name;
  private final DataSource source;
  private final Map<String, EntityManagerFactory> units = new HashMap<>();

  private TestDatabase(String name, DataSource source) {
    this.name = name;
    this.source = source;
  }

  private TestDatabase migrated() {
    new Schema(source).migrate();
    return this;
  }

  /** H2 in memory. */
  public static TestDatabase h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + PATIENT);
    source.setUser("sa");
    return new TestDatabase("H2", source).migrated();
  }

  /** A real PostgreSQL. */
  public static TestDatabase postgres() {
    return new TestDatabase("PostgreSQL", Postgres.newDatabase()).migrated();
  }

  /** A PostgreSQL database that another process has migrated. */
  public static TestDatabase at(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser("postgres");
    return new TestDatabase("PostgreSQL", source);
  }

  /** Where another process finds it, if it is on PostgreSQL. */
  public String url() {
    return ((PGSimpleDataSource) source).getURL();
  }

  public DataSource dataSource() {
    return source;
  }

  /** A new entity manager of a persistence unit; the test transacts by hand. */
  public EntityManager entityManager(String unit) {
    return units.computeIfAbsent(unit, this::factory).createEntityManager();
  }

  /** Runs work with a new entity manager in a transaction of its own; an exception rolls back. */
  public <T> T transaction(String unit, Function<EntityManager, T> work) {
    EntityManager entities = entityManager(unit);
    EntityTransaction transaction = entities.getTransaction();
    transaction.begin();
    try {
      T result = work.apply(entities);
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      entities.close();
    }
  }

  private EntityManagerFactory factory(String unit) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", null);
    settings.put("jakarta.persistence.nonJtaDataSource", source);
    settings.put("eclipselink.session-name", unit + UUID.randomUUID());
    return Persistence.createEntityManagerFactory(unit, settings);
  }

  @Override
  public void close() {
    List.copyOf(units.values()).forEach(EntityManagerFactory::close);
  }

  @Override
  public String toString() {
    return name;
  }

  /** The one PostgreSQL server of this JVM; it ends with it. */
  private static final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPort(Ports.free())
            .setPGStartupWait(Duration.ofMinutes(2))
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start PostgreSQL for the tests", e);
      }
    }

    static DataSource newDatabase() {
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(SERVER.getJdbcUrl("postgres", name));
      return source;
    }
  }
}
