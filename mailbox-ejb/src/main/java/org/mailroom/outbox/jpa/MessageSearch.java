package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.outbox.model.SearchWords;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Looks through the messages. Within {@link Reach} are those of a mailbox; and, if one asks for
 * them, those about a request or on behalf of a party that are.
 */
@ApplicationScoped
public class MessageSearch {
  // while a worker has it, a message is being sent, whatever its row says
  private static final String LEASED =
      "EXISTS (SELECT 1 FROM outbox_lease l WHERE l.message = m.id)";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /** Newest first. */
  public Page<OutboxMessage> list(OutboxQuery query, Slice slice) {
    Sql sql = sql();
    Where where = where(query);
    List<Long> ids = ids(where, slice.size(), slice.offset(), sql);
    return Page.of(loaded(ids), slice, () -> count(where, sql));
  }

  private static long count(Where where, Sql sql) {
    return sql.query(
            "SELECT COUNT(*) FROM outbox_message m" + where,
            row -> row.getLong(1),
            where.parameters())
        .get(0);
  }

  private List<OutboxMessage> loaded(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select m from OutboxMessage m left join fetch m.lease where m.id in :ids"
                + " order by m.id desc",
            OutboxMessage.class)
        .setParameter("ids", ids)
        // one query for the recipients of the whole page
        .setHint("eclipselink.batch", "m.recipients")
        .getResultList();
  }

  /** The newest, at most so many. */
  public List<OutboxMessageId> ids(OutboxQuery query, int most) {
    return ids(where(query), most, 0, sql()).stream().map(OutboxMessageId::new).toList();
  }

  private static List<Long> ids(Where where, int most, int offset, Sql sql) {
    return sql.query(
        "SELECT m.id FROM outbox_message m" + where + " ORDER BY m.id DESC LIMIT ? OFFSET ?",
        row -> row.getLong(1),
        where.parameters(most, offset));
  }

  // plain SQL does not see what was not written yet
  private Sql sql() {
    entities.flush();
    return new Sql(entities);
  }

  private Where where(OutboxQuery wanted) {
    Where where = new Where();
    where.andIfGiven("m.reference = ?", wanted.reference());
    wanted.state().ifPresent(state -> narrow(state, where));
    where.andIfGiven("m.lane = ?", wanted.lane().map(Lane::toString));
    where.andIfGiven("m.party = ?", wanted.party());
    where.andIfGiven("m.created_at >= ?", wanted.from());
    where.andIfGiven("m.created_at < ?", wanted.to());
    wanted
        .text()
        .ifPresent(text -> new WordIndex(entities).narrow(SearchWords.wanted(text), where));
    if (!isOpen(wanted)) {
      withinReach(where);
    }
    return where;
  }

  private static void narrow(MessageState state, Where where) {
    if (state == MessageState.SENDING) {
      where.and(LEASED);
    } else {
      where.and("m.state = ? AND NOT " + LEASED, state.name());
    }
  }

  private static boolean isOpen(OutboxQuery wanted) {
    Reach reach = Reach.ofThisCall();
    return wanted.reference().filter(reach::reference).isPresent()
        || wanted.party().filter(reach::party).isPresent();
  }

  private static void withinReach(Where where) {
    Reach reach = Reach.ofThisCall();
    if (!reach.isEverything()) {
      List<String> lanes = reach.mailboxes().stream().map(MessageSearch::lane).toList();
      if (lanes.isEmpty()) {
        where.and("1 = 0");
      } else {
        where.and("m.lane = ANY(?)", lanes);
      }
    }
  }

  private static String lane(long mailbox) {
    return Lane.of(new MailboxId(mailbox)).toString();
  }

  public Map<MessageState, Long> counts() {
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    counts(new Where()).forEach(counts::put);
    Where leased = new Where();
    leased.and(LEASED);
    counts(leased)
        .forEach(
            (state, count) -> {
              counts.merge(state, -count, Long::sum);
              counts.merge(MessageState.SENDING, count, Long::sum);
            });
    return counts;
  }

  private Map<MessageState, Long> counts(Where where) {
    withinReach(where);
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    sql()
        .query(
            "SELECT m.state, COUNT(*) FROM outbox_message m" + where + " GROUP BY m.state",
            row -> Map.entry(MessageState.valueOf(row.getString(1)), row.getLong(2)),
            where.parameters())
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
