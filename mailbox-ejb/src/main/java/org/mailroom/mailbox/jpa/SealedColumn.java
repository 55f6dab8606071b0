package org.mailroom.mailbox.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.vault.SealedValue;
import org.mailroom.vault.SealedValues;

/** One sealed column of the mailboxes, for whoever seals it anew. */
abstract class SealedColumn implements SealedValues {
  private final String attribute;
  private final String column;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /** Both are names that we write ourselves. */
  SealedColumn(String attribute, String column) {
    this.attribute = attribute;
    this.column = column;
  }

  /** What the value of a mailbox is sealed for. */
  abstract String contextOf(MailboxId mailbox);

  @Override
  public List<SealedValue> after(long id, int most) {
    return entities
        .createQuery(
            "select m.id, m.version, m.%1$s from Mailbox m where m.id > :id and m.%1$s is not null order by m.id"
                .formatted(attribute),
            Object[].class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultStream()
        .map(this::value)
        .toList();
  }

  private SealedValue value(Object[] row) {
    long id = (long) row[0];
    return new SealedValue(id, (long) row[1], (byte[]) row[2], contextOf(new MailboxId(id)));
  }

  // in SQL: a bulk change in JPQL would raise the version under a person who is editing
  @Override
  public boolean replace(SealedValue seen, byte[] sealed) {
    return entities
            .createNativeQuery(
                "UPDATE mailbox SET %1$s = ?1 WHERE id = ?2 AND version = ?3 AND %1$s IS NOT NULL"
                    .formatted(column))
            .setParameter(1, sealed)
            .setParameter(2, seen.id())
            .setParameter(3, seen.version())
            .executeUpdate()
        == 1;
  }
}
