package org.mailroom.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Messages that are committed in an outbox of PostgreSQL, each a job of its own: claimed, sent and
 * settled in one transaction, which is the least that a workflow engine does for it.
 */
final class FromOutbox implements Messages {
  private static final String CLAIM =
      """
      SELECT m.id, b.raw FROM outbox_message m JOIN outbox_body b ON b.message = m.id
      WHERE m.lane = ? AND m.next_attempt IS NOT NULL
      ORDER BY m.priority, m.next_attempt, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED""";
  private static final String SETTLE =
      "UPDATE outbox_message SET state = 'SENT', sent_at = now(), next_attempt = NULL WHERE id = ?";

  private final Store store;
  private final String lane;
  private final int count;

  FromOutbox(Store store, long mailbox, int count) {
    this.store = store;
    this.lane = "mailbox:" + mailbox;
    this.count = count;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void sendAll(Sender sender) throws Exception {
    try (Connection connection = store.connection();
        PreparedStatement claim = connection.prepareStatement(CLAIM);
        PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      connection.setAutoCommit(false);
      claim.setString(1, lane);
      while (sendNext(claim, settle, sender)) {
        connection.commit();
      }
    }
  }

  private static boolean sendNext(PreparedStatement claim, PreparedStatement settle, Sender sender)
      throws Exception {
    try (ResultSet claimed = claim.executeQuery()) {
      if (!claimed.next()) {
        return false;
      }
      sender.send((int) claimed.getLong(1), text(claimed));
      settle.setLong(1, claimed.getLong(1));
      settle.executeUpdate();
      return true;
    }
  }

  private static String text(ResultSet claimed) throws SQLException {
    String raw = new String(claimed.getBytes(2), StandardCharsets.US_ASCII);
    return raw.substring(raw.indexOf("\r\n\r\n") + 4);
  }
}
