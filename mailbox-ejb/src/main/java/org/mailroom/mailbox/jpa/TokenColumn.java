package org.mailroom.mailbox.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.vault.SealedValue;
import org.mailroom.vault.SealedValues;

/** One of the two sealed tokens of each mailbox, for whoever seals it anew. */
abstract class TokenColumn implements SealedValues {
  private final String attribute;

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  /**
   * @param attribute a name that we write ourselves
   */
  TokenColumn(String attribute) {
    this.attribute = attribute;
  }

  abstract Optional<byte[]> of(MailboxToken token);

  abstract String contextOf(MailboxToken token);

  abstract void put(MailboxToken token, byte[] sealed);

  @Override
  public List<SealedValue> after(long id, int most) {
    return entities
        .createQuery(
            "select t from MailboxToken t where t.mailboxId > :id and t.%s is not null order by t.mailboxId"
                .formatted(attribute),
            MailboxToken.class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultStream()
        .map(this::value)
        .toList();
  }

  private SealedValue value(MailboxToken token) {
    return new SealedValue(token.mailbox().value(), 0, of(token).orElseThrow(), contextOf(token));
  }

  @Override
  public boolean replace(SealedValue seen, byte[] sealed) {
    MailboxToken token =
        entities.find(MailboxToken.class, seen.id(), LockModeType.PESSIMISTIC_WRITE);
    if (token == null) {
      return false;
    }
    // it may have been read before the lock was ours, and renewed since
    entities.refresh(token);
    boolean same = of(token).filter(now -> Arrays.equals(now, seen.sealed())).isPresent();
    if (same) {
      put(token, sealed);
    }
    return same;
  }
}
