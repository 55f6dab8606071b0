package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.ServerCertificate;
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
}
