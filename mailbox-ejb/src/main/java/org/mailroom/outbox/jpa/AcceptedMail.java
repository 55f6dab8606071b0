package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * Settles in bulk what was accepted at the first try for all who waited for it, which is nearly all
 * mail: three statements for a whole group, or where the database can do it all of it in one. No
 * line of the history is written, as the message itself says when and how it was sent. What else
 * happened is left to {@link OutboxMessage#settle}, message by message.
 */
@ApplicationScoped
public class AcceptedMail {
  // whose lease it was may write it; what failed before, or for somebody, is left to the long way
  private static final String LEASE =
      """
      DELETE FROM outbox_lease WHERE message = ? AND token = ?
        AND EXISTS (SELECT 1 FROM outbox_message m
          WHERE m.id = outbox_lease.message AND m.failures = 0)
        AND ? = (SELECT COUNT(*) FROM outbox_recipient r
          WHERE r.message = outbox_lease.message AND r.state IN ('WAITING', 'UNCERTAIN'))""";

  private static final String MESSAGE =
      """
      UPDATE outbox_message SET state = 'SENT', next_attempt = NULL, attempts = attempts + 1,
        last_reply = ?, sent_at = ? WHERE id = ?""";

  private static final String RECIPIENT =
      """
      UPDATE outbox_recipient SET state = 'SENT', last_reply = ?
      WHERE message = ? AND state IN ('WAITING', 'UNCERTAIN')""";

  // all of them in PostgreSQL's own way: one plan and one answer for the whole group
  private static final String AT_ONCE =
      """
      WITH tried AS (
        SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[])
          AS t (id, token, judged, words, at)),
      ended AS (
        DELETE FROM outbox_lease l USING tried t, outbox_message m
        WHERE l.message = t.id AND l.token = t.token AND m.id = t.id AND m.failures = 0
          AND t.judged = (SELECT COUNT(*) FROM outbox_recipient r
            WHERE r.message = t.id AND r.state IN ('WAITING', 'UNCERTAIN'))
        RETURNING t.id, t.words, t.at),
      sent AS (
        UPDATE outbox_message m SET state = 'SENT', next_attempt = NULL, attempts = attempts + 1,
          last_reply = e.words, sent_at = e.at FROM ended e WHERE m.id = e.id),
      reached AS (
        UPDATE outbox_recipient r SET state = 'SENT', last_reply = e.words FROM ended e
        WHERE r.message = e.id AND r.state IN ('WAITING', 'UNCERTAIN'))
      SELECT id FROM ended""";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /**
   * Settles those it can.
   *
   * @return which it has settled; the others were not changed
   */
  public Set<OutboxMessageId> settle(Map<OutboxMessageId, Settlement> settlements) {
    List<Map.Entry<OutboxMessageId, Settlement>> accepted =
        settlements.entrySet().stream().filter(s -> s.getValue().acceptedAlike()).toList();
    Sql sql = new Sql(entities);
    return sql.isPostgres() ? atOnce(accepted, sql) : oneByOne(accepted, sql);
  }

  private static Set<OutboxMessageId> atOnce(
      List<Map.Entry<OutboxMessageId, Settlement>> accepted, Sql sql) {
    return accepted.isEmpty()
        ? Set.of()
        : Set.copyOf(
            sql.query(
                AT_ONCE,
                row -> new OutboxMessageId(row.getLong(1)),
                column(accepted, (id, s) -> id),
                column(accepted, (id, s) -> s.token()),
                column(accepted, (id, s) -> (long) s.results().size()),
                column(accepted, (id, s) -> words(s)),
                column(accepted, (id, s) -> s.at().toString())));
  }

  private static <T> List<T> column(
      List<Map.Entry<OutboxMessageId, Settlement>> settlements, Parameters<T> parameter) {
    return settlements.stream().map(s -> parameter.of(s.getKey().value(), s.getValue())).toList();
  }

  private static Set<OutboxMessageId> oneByOne(
      List<Map.Entry<OutboxMessageId, Settlement>> accepted, Sql sql) {
    List<Map.Entry<OutboxMessageId, Settlement>> settled = endLeases(accepted, sql);
    sql.batch(MESSAGE, column(settled, (id, s) -> new Object[] {words(s), s.at(), id}));
    sql.batch(RECIPIENT, column(settled, (id, s) -> new Object[] {words(s), id}));
    Set<OutboxMessageId> ids = new LinkedHashSet<>();
    settled.forEach(s -> ids.add(s.getKey()));
    return ids;
  }

  private static List<Map.Entry<OutboxMessageId, Settlement>> endLeases(
      List<Map.Entry<OutboxMessageId, Settlement>> accepted, Sql sql) {
    int[] ended =
        sql.batch(
            LEASE,
            column(accepted, (id, s) -> new Object[] {id, s.token(), (long) s.results().size()}));
    List<Map.Entry<OutboxMessageId, Settlement>> settled = new ArrayList<>();
    for (int i = 0; i < ended.length; i++) {
      if (ended[i] == 1) {
        settled.add(accepted.get(i));
      }
    }
    return settled;
  }

  /** What one message gives to a statement. */
  private interface Parameters<T> {
    T of(long id, Settlement settlement);
  }

  private static String words(Settlement settlement) {
    return OutboxMessage.reply(settlement.words());
  }
}
