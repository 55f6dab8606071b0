package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.MessageNotFound;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.outbox.Route;
import org.mailroom.outbox.model.Attempt;
import org.mailroom.outbox.model.Body;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Messages with their bodies and history, in the transaction that is running. Within {@link Reach}
 * are those of a mailbox and those about a request that are.
 */
@ApplicationScoped
public class OutboxStore {
  private static final String REACH = " and (:every = 1 or m.lane in :lanes)";

  private static final String TEXT =
      " and (lower(m.subject) like :text escape '!' or exists (select r.id from Recipient r"
          + " where r.message = m and lower(r.address) like :text escape '!'))";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public void add(OutboxMessage message, byte[] raw) {
    entities.persist(message);
    entities.persist(new Body(message, raw));
  }

  /** Adds a line to a message's history. */
  public void note(OutboxMessage message, Instant at, String words) {
    entities.persist(new Attempt(message, at, words));
  }

  public OutboxMessage get(OutboxMessageId id) {
    return found(id, entities.find(OutboxMessage.class, id.value()));
  }

  /** The message, its row locked until the transaction ends; needed to change it. */
  public OutboxMessage locked(OutboxMessageId id) {
    return found(
        id, entities.find(OutboxMessage.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * @throws org.mailroom.outbox.MessageBodyPurged if it is gone
   */
  public Body body(OutboxMessageId id) {
    get(id).requireBody();
    return entities.find(Body.class, id.value());
  }

  private static OutboxMessage found(OutboxMessageId id, OutboxMessage entity) {
    return Optional.ofNullable(entity)
        .filter(OutboxStore::isWithinReach)
        .orElseThrow(() -> new MessageNotFound(id));
  }

  private static boolean isWithinReach(OutboxMessage message) {
    Reach reach = Reach.ofThisCall();
    return reach.isEverything()
        || message.lane().mailbox().filter(id -> reach.mailbox(id.value())).isPresent()
        || reach.reference(message.reference());
  }

  /** Newest first. */
  public Page<OutboxMessage> list(OutboxQuery query, Slice slice) {
    List<OutboxMessage> messages =
        narrowed("select m", " order by m.id desc", OutboxMessage.class, query)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            // one query for the recipients of the whole page
            .setHint("eclipselink.batch", "m.recipients")
            .getResultList();
    long total = narrowed("select count(m)", "", Long.class, query).getSingleResult();
    return Page.of(messages, slice, total);
  }

  private <T> TypedQuery<T> narrowed(
      String select, String order, Class<T> type, OutboxQuery wanted) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(" where 1 = 1");
    narrow(wanted.reference(), " and m.reference = :reference", "reference", where, values);
    narrow(wanted.state(), " and m.state = :state", "state", where, values);
    narrow(
        wanted.mailbox().map(Lane::of).map(Lane::toString),
        " and m.lane = :lane",
        "lane",
        where,
        values);
    narrow(wanted.text().map(OutboxStore::pattern), TEXT, "text", where, values);
    narrow(wanted.from(), " and m.createdAt >= :from", "from", where, values);
    narrow(wanted.to(), " and m.createdAt < :to", "to", where, values);
    boolean every = wanted.reference().filter(Reach.ofThisCall()::reference).isPresent();
    TypedQuery<T> query =
        withinReach(select + " from OutboxMessage m" + where + REACH + order, type, every);
    values.forEach(query::setParameter);
    return query;
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
        .setParameter("lanes", reach.mailboxes().stream().map(OutboxStore::lane).toList());
  }

  private static String lane(long mailbox) {
    return Lane.of(new MailboxId(mailbox)).toString();
  }

  public List<MessageEvent> history(OutboxMessageId id) {
    get(id);
    return entities
        .createQuery(
            "select a from Attempt a where a.message.id = :id order by a.at, a.id", Attempt.class)
        .setParameter("id", id.value())
        .getResultStream()
        .map(Attempt::event)
        .toList();
  }

  public Optional<String> referenceOf(String messageId) {
    return entities
        .createQuery(
            "select m.reference from OutboxMessage m where m.messageId = :messageId", String.class)
        .setParameter("messageId", messageId)
        .getResultStream()
        .findFirst()
        .or(() -> referenceOfPurged(messageId));
  }

  private Optional<String> referenceOfPurged(String messageId) {
    List<?> found =
        entities
            .createNativeQuery("SELECT reference FROM outbox_trace WHERE message_id = ?1")
            .setParameter(1, messageId)
            .getResultList();
    return found.stream().map(Object::toString).findFirst();
  }

  /** The messages that were suppressed since then, the oldest first. */
  public List<OutboxMessageId> suppressed(Instant since, int most) {
    return suppressed("m.id", " order by m.id", since)
        .setMaxResults(most)
        .getResultStream()
        .map(OutboxMessageId::new)
        .toList();
  }

  public long suppressed(Instant since) {
    return suppressed("count(m)", "", since).getSingleResult();
  }

  private TypedQuery<Long> suppressed(String what, String order, Instant since) {
    return entities
        .createQuery(
            "select %s from OutboxMessage m where m.state = :suppressed and m.createdAt >= :since%s"
                .formatted(what, order),
            Long.class)
        .setParameter("suppressed", MessageState.SUPPRESSED)
        .setParameter("since", since);
  }

  /** Held messages that wait for a way out, the oldest first. */
  public List<OutboxMessageId> withoutOutbox(int most) {
    return entities
        .createQuery(
            """
            select m.id from OutboxMessage m where m.state = :held and m.holdReason = :reason
            and m.lane = :lane order by m.id""",
            Long.class)
        .setParameter("held", MessageState.HELD)
        .setParameter("reason", OutboxMessage.NO_OUTBOX)
        .setParameter("lane", Lane.of(Route.none()).toString())
        .setMaxResults(most)
        .getResultStream()
        .map(OutboxMessageId::new)
        .toList();
  }

  /**
   * Holds everything that waits to be sent or is being sent.
   *
   * @return how many there were
   */
  public int holdAll(String reason) {
    return entities
        .createQuery(
            """
            update OutboxMessage m set m.state = :held, m.holdReason = :reason, m.nextAttempt = null,
            m.lease.token = null, m.lease.node = null, m.lease.until = null
            where m.state in :moving""")
        .setParameter("held", MessageState.HELD)
        .setParameter("reason", reason)
        .setParameter("moving", List.of(MessageState.QUEUED, MessageState.SENDING))
        .executeUpdate();
  }

  public Map<MessageState, Long> counts() {
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    withinReach(
            "select m.state, count(m) from OutboxMessage m where 1 = 1"
                + REACH
                + " group by m.state",
            Object[].class,
            false)
        .getResultStream()
        .forEach(row -> counts.put((MessageState) row[0], (Long) row[1]));
    return counts;
  }
}
