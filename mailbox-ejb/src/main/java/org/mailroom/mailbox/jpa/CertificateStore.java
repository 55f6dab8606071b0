package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerCertificate;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.SeenCertificate;

/** Remembers the certificates of mail servers. */
@ApplicationScoped
public class CertificateStore {
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

  /** Those that the servers of these mailboxes showed. */
  @Transactional
  public Map<MailboxId, ServerCertificate> of(Collection<MailboxId> mailboxes) {
    if (mailboxes.isEmpty()) {
      return Map.of();
    }
    List<Long> ids = mailboxes.stream().map(MailboxId::value).toList();
    return byMailbox(shown("m.id in :ids").setParameter("ids", ids));
  }

  /** Those of active mailboxes that run out before then. */
  @Transactional
  public Map<MailboxId, ServerCertificate> expiringBefore(Instant then) {
    return byMailbox(shown("m.active = true and c.expires < :then").setParameter("then", then));
  }

  private TypedQuery<Object[]> shown(String condition) {
    return entities
        .createQuery(
            "select m.id, c from Mailbox m, SeenCertificate c where c.server = m.server"
                + " and c.port = m.port and m.security <> :none and "
                + condition,
            Object[].class)
        .setParameter("none", Security.NONE);
  }

  private static Map<MailboxId, ServerCertificate> byMailbox(TypedQuery<Object[]> query) {
    return query
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> new MailboxId((Long) row[0]), row -> ((SeenCertificate) row[1]).view()));
  }

  /** Active mailboxes whose server was not looked at since, by id. */
  @Transactional
  public List<Mailbox> notSeenSince(Instant then, int most) {
    return entities
        .createQuery(
            "select m from Mailbox m left join SeenCertificate c on c.server = m.server and"
                + " c.port = m.port where m.active = true and m.security <> :none"
                + " and (c.seenAt is null or c.seenAt < :then) order by m.id",
            Mailbox.class)
        .setParameter("none", Security.NONE)
        .setParameter("then", then)
        .setMaxResults(most)
        .getResultList();
  }
}
