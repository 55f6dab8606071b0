package org.mailroom.rule.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.model.MailRule;

/**
 * Rules in the database. Joins the caller's transaction. Those of mailboxes out of {@link Reach}
 * are not found.
 */
@Dependent
public class RuleStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected RuleStore() {}

  public RuleStore(EntityManager em) {
    this.em = em;
  }

  /** In their order; a list of the caller's own. */
  public List<MailRule> of(MailboxId mailbox) {
    return new ArrayList<>(inOrder(mailbox).getResultList());
  }

  /** The same for a transaction that changes none; what else it wants written waits for its end. */
  public List<MailRule> unchanged(MailboxId mailbox) {
    return inOrder(mailbox).setFlushMode(FlushModeType.COMMIT).getResultList();
  }

  private TypedQuery<MailRule> inOrder(MailboxId mailbox) {
    return em.createQuery(
            "select r from MailRule r where r.mailbox = :mailbox order by r.position, r.id",
            MailRule.class)
        .setParameter("mailbox", mailbox.value());
  }

  /** Those of all mailboxes, each mailbox's in their order. */
  public List<MailRule> all() {
    return em.createQuery("select r from MailRule r order by r.position, r.id", MailRule.class)
        .getResultList();
  }

  public Optional<MailRule> find(RuleId id) {
    return Optional.ofNullable(em.find(MailRule.class, id.value()))
        .filter(rule -> Reach.ofThisCall().mailbox(rule.mailbox().value()));
  }

  public MailRule add(MailRule rule) {
    em.persist(rule);
    em.flush();
    return rule;
  }

  public void remove(MailRule rule) {
    em.remove(rule);
  }
}
