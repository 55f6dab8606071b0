package org.mailroom.lockout.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.mailroom.lockout.model.LogInFailure;
import org.mailroom.lockout.model.Subject;

/** Failed log-ins in the database. Joins the caller's transaction. */
@Dependent
public class FailureStore {
  // under attack the latest tell enough
  private static final int MAX_LISTED = 5000;

  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected FailureStore() {}

  public FailureStore(EntityManager em) {
    this.em = em;
  }

  public void add(LogInFailure failure) {
    em.persist(failure);
    em.flush();
  }

  /** The failures of some subjects after a moment; there are few, as who fails must wait. */
  public List<LogInFailure> of(List<Subject> subjects, Instant since) {
    return em.createQuery(
            "select f from LogInFailure f where f.at > :since and f.subject in :keys",
            LogInFailure.class)
        .setParameter("since", since)
        .setParameter("keys", subjects.stream().map(Subject::key).toList())
        .getResultList();
  }

  /** The latest failures of all. */
  public List<LogInFailure> all(Instant since) {
    return em.createQuery(
            "select f from LogInFailure f where f.at > :since order by f.at desc",
            LogInFailure.class)
        .setParameter("since", since)
        .setMaxResults(MAX_LISTED)
        .getResultList();
  }

  public void forget(String key) {
    em.createQuery("delete from LogInFailure f where f.subject = :key")
        .setParameter("key", key)
        .executeUpdate();
  }

  public void forgetBefore(Instant moment) {
    em.createQuery("delete from LogInFailure f where f.at < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }
}
