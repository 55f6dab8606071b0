package org.mailroom.dkim.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.dkim.DkimKeyState;
import org.mailroom.dkim.model.DkimKey;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.mailbox.MailboxId;

/** Signing keys, in the transaction that is running. */
@ApplicationScoped
public class DkimKeyStore {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public void add(DkimKey key) {
    entities.persist(key);
    // so that a key of the same name is told here, not at the commit
    entities.flush();
  }

  /** Those of a mailbox, the newest first. */
  public List<DkimKey> of(MailboxId mailbox) {
    return entities
        .createQuery(
            "select k from DkimKey k where k.mailbox = :mailbox order by k.id desc", DkimKey.class)
        .setParameter("mailbox", mailbox.value())
        .getResultList();
  }

  /** The one that signs the mail of a mailbox. */
  public Optional<DkimKey> signing(MailboxId mailbox) {
    return of(mailbox).stream().filter(key -> key.state() == DkimKeyState.SIGNING).findFirst();
  }

  /** All that sign. */
  public List<DkimKey> signing() {
    return entities
        .createQuery("select k from DkimKey k where k.state = :signing", DkimKey.class)
        .setParameter("signing", DkimKeyState.SIGNING)
        .getResultList();
  }

  /** Whether a key has this name, whosoever it is. */
  public boolean isTaken(KeyName name) {
    return entities
            .createQuery(
                "select count(k) from DkimKey k where k.domain = :domain and k.selector ="
                    + " :selector",
                Long.class)
            .setParameter("domain", name.domain())
            .setParameter("selector", name.selector())
            .getSingleResult()
        > 0;
  }

  public void remove(DkimKey key) {
    entities.remove(key);
  }
}
