package org.mailroom.dkim.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.vault.SealedValue;
import org.mailroom.vault.SealedValues;

/** The private parts of signing keys, for whoever seals them anew. */
@ApplicationScoped
public class SealedDkimKeys implements SealedValues {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  @Override
  public String kind() {
    return "signing keys";
  }

  @Override
  public List<SealedValue> after(long id, int most) {
    return entities
        .createQuery(
            """
            select k.id, k.version, k.sealedKey, k.domain, k.selector from DkimKey k
            where k.id > :id order by k.id""",
            Object[].class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultStream()
        .map(SealedDkimKeys::value)
        .toList();
  }

  private static SealedValue value(Object[] row) {
    KeyName name = new KeyName((String) row[3], (String) row[4]);
    return new SealedValue((long) row[0], (long) row[1], (byte[]) row[2], name.context());
  }

  // in SQL: a bulk change in JPQL would raise the version under a person who is changing it
  @Override
  public boolean replace(SealedValue seen, byte[] sealed) {
    return entities
            .createNativeQuery("UPDATE dkim_key SET sealed_key = ?1 WHERE id = ?2 AND version = ?3")
            .setParameter(1, sealed)
            .setParameter(2, seen.id())
            .setParameter(3, seen.version())
            .executeUpdate()
        == 1;
  }
}
