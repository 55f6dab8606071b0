package org.mailroom.rule;

import jakarta.persistence.EntityManager;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.people.OneGroup;
import org.mailroom.rule.jpa.RuleStore;
import org.mailroom.transaction.EachTime;

/** Rules as tests need them. */
public final class RuleFixture {
  private RuleFixture() {}

  /** The service on a database; the only group is DESK. */
  public static MailRules rules(EntityManager em, KnownMailboxes mailboxes, NotedAudit audit) {
    MailRules rules = new MailRules();
    rules.store = new RuleStore(em);
    rules.mailboxes = mailboxes;
    rules.people = new OneGroup();
    rules.audit = audit;
    rules.once = new EachTime();
    return rules;
  }

  /** Rules go with their mailbox, so it must be there. */
  public static int keepMailbox(EntityManager em, MailboxId id) {
    return em.createNativeQuery(
            """
            INSERT INTO mailbox (id, version, type, name, name_key, server, port, security,
             verify_certificate, authentication, address, active)
            VALUES (?1, 1, 'INPUT', ?2, ?2, 'mail.example.org', 993, 'TLS', TRUE, 'PASSWORD', ?2, TRUE)
            """)
        .setParameter(1, id.value())
        .setParameter(2, "mailbox " + id)
        .executeUpdate();
  }
}
