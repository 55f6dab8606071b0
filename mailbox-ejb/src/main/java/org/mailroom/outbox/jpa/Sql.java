package org.mailroom.outbox.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Plain SQL in the running transaction, for the few statements that every message passes through.
 */
final class Sql {
  private final Connection connection;

  Sql(EntityManager entities) {
    connection = entities.unwrap(Connection.class);
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Row<T> row, Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(row.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  int update(String sql, Object... parameters) {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** One statement with several rows of parameters, sent at once; how many rows each changed. */
  int[] batch(String sql, List<Object[]> batch) {
    if (batch.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] parameters : batch) {
        set(statement, parameters);
        statement.addBatch();
      }
      return statement.executeBatch();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(statement, parameters);
    return statement;
  }

  private void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, column(parameters[i]));
    }
  }

  private Object column(Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Collection<?> values ? array(values) : value;
  }

  private Array array(Collection<?> values) throws SQLException {
    boolean numbers = values.stream().allMatch(Long.class::isInstance);
    return connection.createArrayOf(numbers ? "bigint" : "text", values.toArray());
  }

  boolean isPostgres() {
    try {
      return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
