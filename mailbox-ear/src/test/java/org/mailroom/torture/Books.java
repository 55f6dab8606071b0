package org.mailroom.torture;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sender's side of the books: its database, opened while it does not run. */
final class Books {
  private final String url;
  private final String user;

  Books(String url, String user) {
    this.url = url;
    this.user = user;
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  /** One message of the outbox. */
  record Row(String state, String lane) {}

  /** Queues messages for a mailbox, as they stand there when they wait for their turn. */
  void queue(long mailbox, String sender, int count) {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        PreparedStatement message =
            connection.prepareStatement(
                """
                INSERT INTO outbox_message (id, message_id, reference, origin, lane, sender, sender_name,
                  subject, explanation, state, attempts, failures, bytes, created_at, next_attempt)
                VALUES (?, ?, '', 'torture', ?, ?, '', 's', '', 'QUEUED', 0, 0, ?, ?, ?)""");
        PreparedStatement body =
            connection.prepareStatement("INSERT INTO outbox_body (message, raw) VALUES (?, ?)");
        PreparedStatement recipient =
            connection.prepareStatement(
                "INSERT INTO outbox_recipient (id, message, position, address, state)"
                    + " VALUES (?, ?, 0, ?, 'WAITING')")) {
      connection.setAutoCommit(false);
      OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
      for (int i = 0; i < count; i++) {
        long id = mailbox * 1_000_000 + i;
        String messageId = "<" + UUID.randomUUID() + "@torture.example>";
        byte[] raw = text(sender, messageId).getBytes(StandardCharsets.US_ASCII);
        message.setLong(1, id);
        message.setString(2, messageId);
        message.setString(3, "mailbox:" + mailbox);
        message.setString(4, sender);
        message.setLong(5, raw.length);
        message.setObject(6, now);
        message.setObject(7, now);
        message.addBatch();
        body.setLong(1, id);
        body.setBytes(2, raw);
        body.addBatch();
        recipient.setLong(1, id);
        recipient.setLong(2, id);
        recipient.setString(3, "c" + i + "@client.example");
        recipient.addBatch();
      }
      message.executeBatch();
      body.executeBatch();
      recipient.executeBatch();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String sender, String messageId) {
    return "From: %s\r\nMessage-ID: %s\r\nSubject: s\r\n\r\n%s"
        .formatted(sender, messageId, "0123456789\r\n".repeat(200));
  }

  /** All messages by Message-ID. */
  Map<String, Row> rows() {
    Map<String, Row> rows = new HashMap<>();
    // H2 would tidy up after the kills while it closes; here it is only looked at
    String readOnly = url.startsWith("jdbc:h2:") ? url + ";ACCESS_MODE_DATA=r" : url;
    try (Connection connection = DriverManager.getConnection(readOnly, user, "");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT message_id, state, lane FROM outbox_message")) {
      while (found.next()) {
        rows.put(found.getString(1), new Row(found.getString(2), found.getString(3)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
