package org.mailroom.delivery.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.delivery.model.Allowance;
import org.mailroom.delivery.model.Share;
import org.mailroom.outbox.Lane;

/** The allowances of lanes, each locked until the transaction ends, its shares with it. */
@ApplicationScoped
public class AllowanceStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public Optional<Allowance> locked(Lane lane) {
    return Optional.ofNullable(
        entities.find(Allowance.class, lane.toString(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** A new one; fails if another node was faster. */
  public Allowance add(Lane lane) {
    Allowance allowance = new Allowance(lane.toString());
    entities.persist(allowance);
    entities.flush();
    return allowance;
  }

  /** Of a lane whose allowance the caller has locked. */
  public List<Share> shares(Lane lane) {
    return entities
        .createQuery("select s from Share s where s.lane = :lane order by s.node", Share.class)
        .setParameter("lane", lane.toString())
        .getResultList();
  }

  public void add(Share share) {
    entities.persist(share);
  }

  public void remove(Share share) {
    entities.remove(share);
  }
}
