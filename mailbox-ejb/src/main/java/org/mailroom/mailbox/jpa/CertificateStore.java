package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.ServerCertificate;
import org.mailroom.mailbox.model.SeenCertificate;

/** Remembers the certificates of mail servers. */
@ApplicationScoped
public class CertificateStore {
  private static final String SHOWN =
      "select m.id, c.subject, c.expires from Mailbox m, SeenCertificate c"
          + " where c.server = m.server and c.port = m.port and m.security <> org.mailroom.mailbox.Security.NONE";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public CertificateStore() {}

  public CertificateStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps what a server shows now in place of what it showed before; own short transaction. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void remember(String server, int port, ServerCertificate shown, Instant now) {
    SeenCertificate seen =
        entities.find(SeenCertificate.class, new SeenCertificate.Key(server, port));
    if (seen == null) {
      seen = new SeenCertificate(server, port);
      entities.persist(seen);
    }
    seen.show(shown, now);
  }

  @Transactional
  public Optional<ServerCertificate> find(String server, int port) {
    return Optional.ofNullable(
            entities.find(SeenCertificate.class, new SeenCertificate.Key(server, port)))
        .map(SeenCertificate::view);
  }

  /** When those of these mailboxes' servers run out. */
  public List<Expiry> expiriesOf(Collection<MailboxId> mailboxes) {
    return mailboxes.isEmpty()
        ? List.of()
        : expiries(
            entities
                .createQuery(SHOWN + " and m.id in :ids", Object[].class)
                .setParameter("ids", mailboxes.stream().map(MailboxId::value).toList()));
  }

  /** Those of active mailboxes that run out before then. */
  public List<Expiry> expiringBefore(Instant then) {
    return expiries(
        entities
            .createQuery(SHOWN + " and c.expires < :then and m.active = true", Object[].class)
            .setParameter("then", then));
  }

  private static List<Expiry> expiries(TypedQuery<Object[]> query) {
    return query.getResultStream().map(CertificateStore::expiry).toList();
  }

  private static Expiry expiry(Object[] row) {
    return new Expiry(
        new MailboxId((Long) row[0]), Expiry.Kind.CERTIFICATE, (String) row[1], (Instant) row[2]);
  }

  /**
   * One mailbox of each server whose certificate runs out before then, if it was seen so long ago.
   */
  public List<MailboxId> toLookAtAgain(Instant then, Instant seenBefore) {
    return entities
        .createQuery(
            """
            select min(m.id) from Mailbox m, SeenCertificate c
            where c.server = m.server and c.port = m.port and m.active = true
              and c.expires < :then and c.seenAt < :seenBefore
            group by c.server, c.port""",
            Long.class)
        .setParameter("then", then)
        .setParameter("seenBefore", seenBefore)
        .getResultStream()
        .map(MailboxId::new)
        .toList();
  }
}
