package org.mailroom.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The database that the application and the bench both see. */
final class Store implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final String url;
  // to open one costs the server more than most answers, and the benches ask again and again
  private Connection asking;

  private Store(EmbeddedPostgres server, String url) {
    this.server = server;
    this.url = url;
  }

  /** A PostgreSQL server of its own that keeps what it has committed, as in life. */
  static Store postgres() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    Store store = new Store(server, server.getJdbcUrl("postgres", "postgres"));
    if (!"on on".equals(store.text("SHOW fsync") + " " + store.text("SHOW synchronous_commit"))) {
      throw new IllegalStateException("This PostgreSQL does not wait for its disk.");
    }
    return store;
  }

  /** H2 with the delay that the product ships, but open to a second process: the bench. */
  static Store h2(java.nio.file.Path directory) {
    return new Store(
        null,
        "jdbc:h2:file:%s;AUTO_SERVER=TRUE;WRITE_DELAY=0"
            .formatted(directory.resolve("mailroom")));
  }

  Map<String, String> environment() {
    return server == null
        ? Map.of("MAILROOM_DB_URL", url)
        : Map.of("MAILROOM_DB_URL", url, "MAILROOM_DB_USER", "postgres");
  }

  Connection connection() throws SQLException {
    return server == null
        ? DriverManager.getConnection(url, "sa", "")
        : DriverManager.getConnection(url, "postgres", "");
  }

  /** Puts messages into the outbox, as they stand there when they wait for their turn. */
  void fill(long mailbox, int count, int bytes) throws SQLException {
    byte[] text = Messages.text(bytes).getBytes();
    try (Connection connection = connection();
        PreparedStatement message =
            connection.prepareStatement(
                """
                INSERT INTO outbox_message (id, message_id, reference, origin, lane, sender, sender_name,
                  subject, explanation, state, attempts, failures, bytes, created_at, next_attempt)
                VALUES (?, ?, '1', 'bench', ?, 'desk@bench.example', '', 'Bench', '', 'QUEUED', 0, 0, ?, ?, ?)""");
        PreparedStatement body =
            connection.prepareStatement("INSERT INTO outbox_body (message, raw) VALUES (?, ?)");
        PreparedStatement recipient =
            connection.prepareStatement(
                "INSERT INTO outbox_recipient (id, message, position, address, state)"
                    + " VALUES (?, ?, 0, ?, 'WAITING')")) {
      connection.setAutoCommit(false);
      long id = 1_000_000 + number("SELECT COALESCE(MAX(id), 0) FROM outbox_message") % 1_000_000_000;
      OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
      for (int i = 0; i < count; i++) {
        id++;
        String messageId = "<" + UUID.randomUUID() + "@bench.example>";
        String head =
            "From: desk@bench.example\r\nTo: c%d@client.example\r\nSubject: Bench\r\nMessage-ID: %s\r\n\r\n"
                .formatted(i, messageId);
        byte[] raw = joined(head.getBytes(StandardCharsets.US_ASCII), text);
        message.setLong(1, id);
        message.setString(2, messageId);
        message.setString(3, "mailbox:" + mailbox);
        message.setLong(4, raw.length);
        message.setObject(5, now);
        message.setObject(6, now);
        message.addBatch();
        body.setLong(1, id);
        body.setBytes(2, raw);
        body.addBatch();
        recipient.setLong(1, id);
        recipient.setLong(2, id);
        recipient.setString(3, "c" + i + "@client.example");
        recipient.addBatch();
        if (i % 200 == 199 || i == count - 1 || bytes > 1_000_000) {
          message.executeBatch();
          body.executeBatch();
          recipient.executeBatch();
          connection.commit();
        }
      }
    }
    tidy("VACUUM ANALYZE");
  }

  private static byte[] joined(byte[] head, byte[] text) {
    byte[] all = java.util.Arrays.copyOf(head, head.length + text.length);
    System.arraycopy(text, 0, all, head.length, text.length);
    return all;
  }

  /** So that a run neither pays for what was deleted nor meets the server's own tidying. */
  private void tidy(String... commands) throws SQLException {
    if (server != null) {
      for (String command : commands) {
        run(command);
      }
    }
  }

  /** At once where the database can: steps of flows may still be adding messages. */
  void empty() throws SQLException {
    tidy(
        "TRUNCATE outbox_attempt, outbox_recipient, outbox_body, outbox_lease, outbox_words,"
            + " outbox_message");
    for (String table : new String[] {"outbox_attempt", "outbox_recipient", "outbox_body", "outbox_message"}) {
      run("DELETE FROM " + table);
    }
    tidy("VACUUM", "CHECKPOINT");
  }

  void run(String sql) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** Whether there is such a message; costs the same however many there are. */
  boolean any(String condition) throws SQLException {
    return number(
            "SELECT COUNT(*) FROM (SELECT 1 FROM outbox_message WHERE %s LIMIT 1) found"
                .formatted(condition))
        > 0;
  }

  /** When messages were queued, by Message-ID. */
  Map<String, Instant> queued(String condition) throws SQLException {
    return times("SELECT message_id, created_at FROM outbox_message WHERE " + condition);
  }

  /** Pairs of a text and a time. */
  Map<String, Instant> times(String query) throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        times.put(found.getString(1), found.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return times;
  }

  synchronized String text(String sql) throws SQLException {
    if (server == null) {
      // a kept connection of H2 goes on to say what it has said before
      try (Connection connection = connection()) {
        return text(sql, connection);
      }
    }
    if (asking == null) {
      asking = connection();
    }
    return text(sql, asking);
  }

  private static String text(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    if (asking != null) {
      asking.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
