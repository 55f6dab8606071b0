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
 * mail: three statements for a whole group. What else happened is left to {@link
 * OutboxMessage#settle}, message by message.
 */
@ApplicationScoped
public class AcceptedMail {
  private static final String MESSAGE =
      """
      UPDATE outbox_message SET state = 'SENT', attempts = attempts + 1, last_reply = ?, sent_at = ?,
        lease_token = NULL, lease_node = NULL, lease_until = NULL
      WHERE id = ? AND lease_token = ? AND failures = 0
        AND ? = (SELECT COUNT(*) FROM outbox_recipient r
          WHERE r.message = outbox_message.id AND r.state IN ('WAITING', 'UNCERTAIN'))""";

  private static final String RECIPIENT =
      """
      UPDATE outbox_recipient SET state = 'SENT', last_reply = ?
      WHERE message = ? AND state IN ('WAITING', 'UNCERTAIN')""";

  private static final String ATTEMPT =
      """
      INSERT INTO outbox_attempt (id, message, at, state, words)
      VALUES (%s, ?, ?, 'SENT', ?)""";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /**
   * Settles those it can.
   *
   * @return which it has settled; the others were not changed
   */
  public Set<OutboxMessageId> settle(String token, Map<OutboxMessageId, Settlement> settlements) {
    List<Map.Entry<OutboxMessageId, Settlement>> accepted =
        settlements.entrySet().stream().filter(s -> s.getValue().acceptedAlike()).toList();
    Sql sql = new Sql(entities);
    List<Map.Entry<OutboxMessageId, Settlement>> settled = settleMessages(token, accepted, sql);
    sql.batch(RECIPIENT, rows(settled, (id, s) -> new Object[] {words(s), id}));
    sql.batch(ATTEMPT.formatted(nextId(sql)), rows(settled, AcceptedMail::attempt));
    Set<OutboxMessageId> ids = new LinkedHashSet<>();
    settled.forEach(s -> ids.add(s.getKey()));
    return ids;
  }

  private static List<Map.Entry<OutboxMessageId, Settlement>> settleMessages(
      String token, List<Map.Entry<OutboxMessageId, Settlement>> accepted, Sql sql) {
    int[] changed =
        sql.batch(
            MESSAGE,
            rows(
                accepted,
                (id, s) -> new Object[] {words(s), s.at(), id, token, s.results().size()}));
    List<Map.Entry<OutboxMessageId, Settlement>> settled = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 1) {
        settled.add(accepted.get(i));
      }
    }
    return settled;
  }

  /** The parameters for one message. */
  private interface Parameters {
    Object[] of(long id, Settlement settlement);
  }

  private static List<Object[]> rows(
      List<Map.Entry<OutboxMessageId, Settlement>> settlements, Parameters parameters) {
    return settlements.stream().map(s -> parameters.of(s.getKey().value(), s.getValue())).toList();
  }

  private static Object[] attempt(long id, Settlement settlement) {
    return new Object[] {id, settlement.at(), words(settlement)};
  }

  private static String words(Settlement settlement) {
    return OutboxMessage.reply(settlement.words());
  }

  // newer than any line that is there, so that a history stays in its order
  private static String nextId(Sql sql) {
    return sql.isPostgres() ? "nextval('outbox_attempt_seq')" : "NEXT VALUE FOR outbox_attempt_seq";
  }
}
