package org.mailroom.purge.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.purge.PurgeState;
import org.mailroom.purge.model.KeptPolicy;
import org.mailroom.purge.model.PurgeRun;

/** The policy and the runs, in the transaction that is running. */
@ApplicationScoped
public class PurgeStore {
  private static final List<PurgeState> GOING_ON = List.of(PurgeState.RUNNING, PurgeState.STOPPING);

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public PurgeStore() {}

  public PurgeStore(EntityManager entities) {
    this.entities = entities;
  }

  public KeptPolicy policy() {
    return entities.find(KeptPolicy.class, KeptPolicy.THE_ROW);
  }

  /** The policy, its row locked until the transaction ends; whoever begins a run needs it. */
  public KeptPolicy lockedPolicy() {
    return entities.find(KeptPolicy.class, KeptPolicy.THE_ROW, LockModeType.PESSIMISTIC_WRITE);
  }

  public PurgeRun add(PurgeRun run) {
    entities.persist(run);
    return run;
  }

  /** The run that goes on. */
  public Optional<PurgeRun> running() {
    return entities
        .createQuery("select r from PurgeRun r where r.state in :goingOn", PurgeRun.class)
        .setParameter("goingOn", GOING_ON)
        .getResultStream()
        .findFirst();
  }

  /** A run, read again and its row locked until the transaction ends. */
  public PurgeRun locked(PurgeRun run) {
    entities.refresh(run, LockModeType.PESSIMISTIC_WRITE);
    return run;
  }

  /** The last runs, the newest first. */
  public List<PurgeRun> latest(int most) {
    return entities
        .createQuery("select r from PurgeRun r order by r.id desc", PurgeRun.class)
        .setMaxResults(most)
        .getResultList();
  }
}
