package org.mailroom.watch.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.mailroom.watch.model.Alert;

/** The alerts, in the transaction that is running. */
@ApplicationScoped
public class AlertStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public AlertStore() {}

  public AlertStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes the turn of one round, if no node had it within the interval. Whoever has it holds a lock
   * until the transaction ends, so that no two rounds ever overlap.
   */
  public boolean takeTurn(Instant now, Duration interval) {
    return entities
            .createNativeQuery(
                "UPDATE alert_round SET taken_at = ?1 WHERE id = 1 AND taken_at <= ?2")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, now.minus(interval).atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  public List<Alert> all() {
    return entities.createQuery("select a from Alert a order by a.id", Alert.class).getResultList();
  }

  /** What is wrong now, or was a moment ago; what was noticed last comes first. */
  public List<Alert> open() {
    return entities
        .createQuery(
            "select a from Alert a where a.closedAt is null and a.goneAt is null"
                + " order by a.newsAt desc, a.id desc",
            Alert.class)
        .getResultList();
  }

  public void add(Alert alert) {
    entities.persist(alert);
  }

  public void remove(Alert alert) {
    entities.remove(alert);
  }
}
