package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.mailbox.model.CheckSlot;

/**
 * Limits connection checks for the whole installation, whatever the number of its nodes: the table
 * has as many rows as checks are allowed in a minute, and each check uses one up for that long.
 */
@ApplicationScoped
public class CheckSlots {
  private static final Duration REST = Duration.ofMinutes(1);

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public CheckSlots() {}

  public CheckSlots(EntityManager entities) {
    this.entities = entities;
  }

  /** Takes a slot, in a transaction of its own, if one is free. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean take(Instant now) {
    return entities
        .createQuery(
            "select s from CheckSlot s where s.usedAt <= :rested order by s.usedAt, s.id",
            CheckSlot.class)
        .setParameter("rested", now.minus(REST))
        .getResultStream()
        .anyMatch(slot -> use(slot, now));
  }

  /** How long it takes until a slot is free again; nothing if one is. */
  @Transactional
  public Duration untilFree(Instant now) {
    Instant oldest =
        entities
            .createQuery("select min(s.usedAt) from CheckSlot s", Instant.class)
            .getSingleResult();
    Duration left = Duration.between(now, oldest.plus(REST));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** False if another node was faster. */
  private boolean use(CheckSlot slot, Instant now) {
    return entities
            .createQuery(
                "update CheckSlot s set s.usedAt = :now where s.id = :id and s.usedAt = :seen")
            .setParameter("now", now)
            .setParameter("id", slot.id())
            .setParameter("seen", slot.usedAt())
            .executeUpdate()
        == 1;
  }
}
