package org.mailroom.answer.jpa;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailroom.answer.model.Answered;
import org.mailroom.mailbox.EmailAddress;

/** What is kept of the answers to each sender, locked until the transaction ends. */
@ApplicationScoped
public class AnsweredStore {
  private static final Map<String, Object> OF_THIS_TRANSACTION =
      Map.of("eclipselink.cache-usage", "CheckCacheOnly");

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public AnsweredStore() {}

  public AnsweredStore(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Answered> locked(EmailAddress sender) {
    String key = Answered.key(sender);
    // the database does not know yet what this transaction has added
    return Optional.ofNullable(entities.find(Answered.class, key, OF_THIS_TRANSACTION))
        .or(() -> Optional.ofNullable(entities.find(Answered.class, key, PESSIMISTIC_WRITE)));
  }

  /**
   * A new one, written when the transaction ends, which fails if another one was faster; all it did
   * is done again then.
   */
  public Answered add(EmailAddress sender) {
    Answered answered = new Answered(sender);
    entities.persist(answered);
    return answered;
  }

  public void removeBefore(Instant time) {
    entities
        .createQuery("delete from Answered a where a.last < :time")
        .setParameter("time", time)
        .executeUpdate();
  }
}
