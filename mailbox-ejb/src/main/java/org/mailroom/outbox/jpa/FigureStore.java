package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MailFigures;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.WaitingMessages;

/** Counts and ranks by the database, in one pass over the index of the parties. */
@ApplicationScoped
public class FigureStore {
  private static final String FIGURES =
      """
      SELECT COUNT(*),
        COUNT(CASE WHEN state IN ('SENT', 'PARTLY_SENT') THEN 1 END),
        COUNT(CASE WHEN state IN ('FAILED', 'BOUNCED') THEN 1 END),
        COUNT(CASE WHEN state IN ('CANCELLED', 'SUPPRESSED') THEN 1 END),
        PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM (sent_at - created_at))),
        PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM (sent_at - created_at)))
      FROM outbox_message WHERE party = ? AND created_at >= ? AND party <> ''\
      """;

  private static final String WAITING =
      """
      SELECT lane, state, COUNT(*), MIN(created_at) FROM outbox_message
      WHERE state IN ('QUEUED', 'SENDING', 'HELD', 'UNCERTAIN') GROUP BY lane, state\
      """;

  // what is uncertain and has a next attempt is tried again without anybody
  private static final String FOR_PEOPLE =
      """
      SELECT lane, state, COUNT(*), MIN(created_at) FROM outbox_message
      WHERE state IN ('HELD', 'UNCERTAIN') AND next_attempt IS NULL GROUP BY lane, state\
      """;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public MailFigures of(String party, Instant since) {
    return new Sql(entities).query(FIGURES, row -> read(row, since), party, since).get(0);
  }

  private static MailFigures read(ResultSet row, Instant since) throws SQLException {
    long queued = row.getLong(1);
    long sent = row.getLong(2);
    long failed = row.getLong(3);
    long discarded = row.getLong(4);
    return new MailFigures(
        since,
        queued,
        sent,
        failed,
        queued - sent - failed - discarded,
        discarded,
        time(row, 5),
        time(row, 6));
  }

  /** All that is not settled. */
  public List<WaitingMessages> waiting() {
    return new Sql(entities).query(WAITING, FigureStore::waiting);
  }

  /** What nothing moves on but a person. */
  public List<WaitingMessages> forPeople() {
    return new Sql(entities).query(FOR_PEOPLE, FigureStore::waiting);
  }

  private static WaitingMessages waiting(ResultSet row) throws SQLException {
    return new WaitingMessages(
        Lane.parse(row.getString(1)),
        MessageState.valueOf(row.getString(2)),
        row.getLong(3),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  private static Duration time(ResultSet row, int column) throws SQLException {
    double seconds = row.getDouble(column);
    return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
  }
}
