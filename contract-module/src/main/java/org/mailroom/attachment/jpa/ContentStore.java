package org.mailroom.attachment.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.mailroom.attachment.ContentHash;

/**
 * Contents by their hash. Writes in plain SQL: that another node has been faster must not end the
 * transaction, as it would on PostgreSQL and through JPA.
 */
@Dependent
public class ContentStore {
  static final int PIECE = 256 << 10;

  // a hot content is in every mail: it is not written at each, and yet never looks old to a purge
  private static final Duration TOUCHED = Duration.ofHours(12);
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ADD =
      "INSERT INTO file_content (sha256, content_size, used_at) VALUES (?, ?, ?)";

  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected ContentStore() {}

  public ContentStore(EntityManager em) {
    this.em = em;
  }

  /** Keeps a content unless it is there. Joins the caller's transaction. */
  public void keep(ContentHash hash, byte[] content, Instant now) {
    Connection connection = em.unwrap(Connection.class);
    try {
      Optional<Instant> used = used(connection, hash);
      if (used.isEmpty() && added(connection, hash, content.length, now)) {
        addPieces(connection, hash, content);
      } else if (used.filter(at -> at.isBefore(now.minus(TOUCHED))).isPresent()) {
        touch(connection, hash, now);
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static Optional<Instant> used(Connection connection, ContentHash hash)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT used_at FROM file_content WHERE sha256 = ?")) {
      query.setString(1, hash.value());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  /** Whether it was not there; waits for whoever is just adding the same. */
  private static boolean added(Connection connection, ContentHash hash, long size, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(add(connection))) {
      insert.setString(1, hash.value());
      insert.setLong(2, size);
      insert.setObject(3, utc(now));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  // H2 has no such clause, but goes on after a refused statement
  private static String add(Connection connection) throws SQLException {
    boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    return postgres ? ADD + " ON CONFLICT DO NOTHING" : ADD;
  }

  private static void addPieces(Connection connection, ContentHash hash, byte[] content)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO file_piece (sha256, piece_number, content) VALUES (?, ?, ?)")) {
      // an empty file has one empty piece
      for (int number = 0; number == 0 || number * PIECE < content.length; number++) {
        int end = Math.min(content.length, (number + 1) * PIECE);
        insert.setString(1, hash.value());
        insert.setInt(2, number);
        insert.setBytes(3, Arrays.copyOfRange(content, number * PIECE, end));
        insert.executeUpdate();
      }
    }
  }

  private static void touch(Connection connection, ContentHash hash, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE file_content SET used_at = ? WHERE sha256 = ?")) {
      update.setObject(1, utc(now));
      update.setString(2, hash.value());
      update.executeUpdate();
    }
  }

  /** Empty if the content has no such piece. */
  public Optional<byte[]> piece(ContentHash hash, int number) {
    return em.createQuery(
            "select p.content from FilePiece p where p.sha256 = :hash and p.number = :number",
            byte[].class)
        .setParameter("hash", hash.value())
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
