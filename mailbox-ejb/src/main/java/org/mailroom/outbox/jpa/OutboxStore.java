package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.access.Reach;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.MessageNotFound;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.Route;
import org.mailroom.outbox.model.Attempt;
import org.mailroom.outbox.model.Body;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * Messages with their bodies and history, in the transaction that is running. Within {@link Reach}
 * are those of a mailbox, those about a request, and those on behalf of a party that are.
 */
@ApplicationScoped
public class OutboxStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public void add(OutboxMessage message, byte[] raw) {
    entities.persist(message);
    entities.persist(new Body(message, raw));
    new WordIndex(entities).add(message.id(), message.words());
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
   * Of these the ones that nobody is sending, their rows locked until the transaction ends. Rows
   * that a worker settles are never waited for, so the two cannot block one another.
   *
   * <p>Leases are read once more by the ids of the locked rows: the query itself does not see those
   * of a claim for whose lock it waited, and neither would a batch that repeats its condition.
   */
  public List<OutboxMessage> lockedUnlessSending(List<Long> ids) {
    return entities
        .createQuery(
            """
            select m from OutboxMessage m where m.id in :ids
            and not exists (select l from OutboxLease l where l.message = m.id) order by m.id""",
            OutboxMessage.class)
        .setParameter("ids", ids)
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "m.lease")
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(message -> message.state() != MessageState.SENDING)
        .filter(OutboxStore::isWithinReach)
        .toList();
  }

  /**
   * @throws org.mailroom.outbox.MessageBodyPurged if it is gone
   */
  public Body body(OutboxMessageId id) {
    get(id).requireBody();
    return entities.find(Body.class, id.value());
  }

  /** Writes it now and lets go of it, so that a transaction over many holds one at a time. */
  public void write(Body body) {
    entities.flush();
    entities.detach(body);
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
        || reach.party(message.party())
        || reach.reference(message.reference());
  }

  public List<MessageEvent> history(OutboxMessageId id) {
    OutboxMessage message = get(id);
    List<MessageEvent> written = written(id);
    return Stream.concat(written.stream(), message.sentUnwritten(written).stream()).toList();
  }

  private List<MessageEvent> written(OutboxMessageId id) {
    return entities
        .createQuery(
            "select a from Attempt a where a.message.id = :id order by a.at, a.id", Attempt.class)
        .setParameter("id", id.value())
        .getResultStream()
        .map(Attempt::event)
        .toList();
  }

  /** Writes down how a message was sent, before something else happens to it. */
  public void noteSent(OutboxMessage message) {
    message
        .sentUnwritten(written(message.id()))
        .ifPresent(sent -> note(message, sent.at(), sent.words()));
  }

  public Optional<OutboxMessageId> idOf(String messageId) {
    return entities
        .createQuery("select m.id from OutboxMessage m where m.messageId = :messageId", Long.class)
        .setParameter("messageId", messageId)
        .getResultStream()
        .findFirst()
        .map(OutboxMessageId::new);
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
            and m.lane = :lane order by m.id\
            """,
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
    entities.createQuery("delete from OutboxLease l").executeUpdate();
    return entities
        .createQuery(
            """
            update OutboxMessage m set m.state = :held, m.holdReason = :reason, m.nextAttempt = null
            where m.nextAttempt is not null""")
        .setParameter("held", MessageState.HELD)
        .setParameter("reason", reason)
        .executeUpdate();
  }
}
