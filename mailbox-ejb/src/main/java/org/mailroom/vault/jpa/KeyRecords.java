package org.mailroom.vault.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.mailroom.vault.KeyId;
import org.mailroom.vault.KeyPurpose;
import org.mailroom.vault.model.KnownKey;
import org.mailroom.vault.model.Rotation;

/**
 * Which keys this database has known, and the change of them, in the transaction that is running.
 */
@ApplicationScoped
public class KeyRecords {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public KeyRecords() {}

  public KeyRecords(EntityManager entities) {
    this.entities = entities;
  }

  public Rotation rotation() {
    return entities.find(Rotation.class, Rotation.THE_ROW);
  }

  /** For one node, until its transaction ends. */
  public Rotation lockedRotation() {
    Rotation rotation =
        entities.find(Rotation.class, Rotation.THE_ROW, LockModeType.PESSIMISTIC_WRITE);
    // it may have been read before the lock was ours
    entities.refresh(rotation);
    return rotation;
  }

  /** Newest first. */
  public List<KnownKey> known() {
    return entities
        .createQuery("select k from KnownKey k order by k.since desc, k.name", KnownKey.class)
        .getResultList();
  }

  /** Remembers a key from its first day. */
  public void know(KeyPurpose purpose, KeyId key, Instant now) {
    if (entities.find(KnownKey.class, KnownKey.nameOf(purpose, key)) == null) {
      entities.persist(new KnownKey(purpose, key, now));
    }
  }

  /** Forgets a key that is of no use to anybody. */
  public void forget(KeyPurpose purpose, KeyId key) {
    KnownKey known = entities.find(KnownKey.class, KnownKey.nameOf(purpose, key));
    if (known != null) {
      entities.remove(known);
    }
  }
}
