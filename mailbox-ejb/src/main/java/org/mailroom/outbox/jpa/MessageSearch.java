package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Looks through the messages. Within {@link Reach} are those of a mailbox; and, if one asks for
 * them, those about a request or on behalf of a party that are.
 */
@ApplicationScoped
public class MessageSearch {
  private static final String REACH = " and (:every = 1 or m.lane in :lanes)";

  // while a worker has it, a message is being sent, whatever its row says
  private static final String LEASED = "exists (select l from OutboxLease l where l.message = m.id)";

  private static final String TEXT =
      " and (lower(m.subject) like :text escape '!' or exists (select r.id from Recipient r"
          + " where r.message = m and lower(r.address) like :text escape '!'))";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /** Newest first. */
  public Page<OutboxMessage> list(OutboxQuery query, Slice slice) {
    List<OutboxMessage> messages =
        narrowed("select m", " order by m.id desc", OutboxMessage.class, query)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            // one query for the recipients of the whole page
            .setHint("eclipselink.batch", "m.recipients")
            .setHint("eclipselink.batch", "m.lease")
            .getResultList();
    long total = narrowed("select count(m)", "", Long.class, query).getSingleResult();
    return Page.of(messages, slice, total);
  }

  /** The newest, at most so many. */
  public List<OutboxMessageId> ids(OutboxQuery query, int most) {
    return narrowed("select m.id", " order by m.id desc", Long.class, query)
        .setMaxResults(most)
        .getResultStream()
        .map(OutboxMessageId::new)
        .toList();
  }

  private <T> TypedQuery<T> narrowed(
      String select, String order, Class<T> type, OutboxQuery wanted) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(" where 1 = 1");
    narrow(wanted.reference(), " and m.reference = :reference", "reference", where, values);
    wanted.state().ifPresent(state -> narrow(state, where, values));
    narrow(wanted.lane().map(Lane::toString), " and m.lane = :lane", "lane", where, values);
    narrow(wanted.party(), " and m.party = :party", "party", where, values);
    narrow(wanted.text().map(MessageSearch::pattern), TEXT, "text", where, values);
    narrow(wanted.from(), " and m.createdAt >= :from", "from", where, values);
    narrow(wanted.to(), " and m.createdAt < :to", "to", where, values);
    Reach reach = Reach.ofThisCall();
    boolean every =
        wanted.reference().filter(reach::reference).isPresent()
            || wanted.party().filter(reach::party).isPresent();
    TypedQuery<T> query =
        withinReach(select + " from OutboxMessage m" + where + REACH + order, type, every);
    values.forEach(query::setParameter);
    return query;
  }

  private static void narrow(MessageState state, StringBuilder where, Map<String, Object> values) {
    if (state == MessageState.SENDING) {
      where.append(" and " + LEASED);
    } else {
      where.append(" and m.state = :state and not " + LEASED);
      values.put("state", state);
    }
  }

  private static void narrow(
      Optional<?> value,
      String condition,
      String name,
      StringBuilder where,
      Map<String, Object> values) {
    if (value.isPresent()) {
      where.append(condition);
      values.put(name, value.get());
    }
  }

  private static String pattern(String text) {
    String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal.toLowerCase(Locale.ROOT) + "%";
  }

  private <T> TypedQuery<T> withinReach(String jpql, Class<T> type, boolean every) {
    Reach reach = Reach.ofThisCall();
    return entities
        .createQuery(jpql, type)
        .setParameter("every", every || reach.isEverything() ? 1 : 0)
        .setParameter("lanes", reach.mailboxes().stream().map(MessageSearch::lane).toList());
  }

  private static String lane(long mailbox) {
    return Lane.of(new MailboxId(mailbox)).toString();
  }

  public Map<MessageState, Long> counts() {
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    count("1 = 1").forEach(row -> counts.put((MessageState) row[0], (Long) row[1]));
    count(LEASED)
        .forEach(
            row -> {
              counts.merge((MessageState) row[0], -(Long) row[1], Long::sum);
              counts.merge(MessageState.SENDING, (Long) row[1], Long::sum);
            });
    return counts;
  }

  private Stream<Object[]> count(String which) {
    return withinReach(
            "select m.state, count(m) from OutboxMessage m where %s%s group by m.state"
                .formatted(which, REACH),
            Object[].class,
            false)
        .getResultStream();
  }
}
