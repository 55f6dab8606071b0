package org.mailroom.answer.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.answer.model.Answered;
import org.mailroom.mailbox.EmailAddress;

/** What is kept of the answers to each sender, locked until the transaction ends. */
@ApplicationScoped
public class AnsweredStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public AnsweredStore() {}

  public AnsweredStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Answered> locked(EmailAddress sender) {
    return Optional.ofNullable(
        entities.find(Answered.class, Answered.key(sender), LockModeType.PESSIMISTIC_WRITE));
  }

  /** A new one; fails if another node was faster, and the step is run again then. */
  public Answered add(EmailAddress sender) {
    Answered answered = new Answered(sender);
    entities.persist(answered);
    entities.flush();
    return answered;
  }

  public void removeBefore(Instant time) {
    entities
        .createQuery("delete from Answered a where a.last < :time")
        .setParameter("time", time)
        .executeUpdate();
  }
}
