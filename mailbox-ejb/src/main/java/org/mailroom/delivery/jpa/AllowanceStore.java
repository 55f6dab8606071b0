package org.mailroom.delivery.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.delivery.model.Allowance;
import org.mailroom.outbox.Lane;

/** The allowances of lanes, each locked until the transaction ends. */
@ApplicationScoped
public class AllowanceStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public Optional<Allowance> locked(Lane lane) {
    return Optional.ofNullable(
        entities.find(Allowance.class, lane.toString(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** A new one; fails if another node was faster. */
  public Allowance add(Lane lane, Instant now) {
    Allowance allowance = new Allowance(lane.toString(), now);
    entities.persist(allowance);
    entities.flush();
    return allowance;
  }
}
