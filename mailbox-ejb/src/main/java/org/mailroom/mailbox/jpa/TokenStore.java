package org.mailroom.mailbox.jpa;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.mailbox.model.PendingConsent;

/** The tokens in the database. */
@ApplicationScoped
public class TokenStore implements HeldTokens {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public TokenStore() {}

  public TokenStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void prepare(MailboxId mailbox, String client) {
    lock(mailbox)
        .ifPresentOrElse(
            token -> prepare(token, client),
            () -> entities.persist(new MailboxToken(mailbox, client)));
  }

  private static void prepare(MailboxToken token, String client) {
    if (token.isFor(client)) {
      token.forgetTrouble();
    } else {
      token.startAfresh(client);
    }
  }

  @Override
  public void remove(MailboxId mailbox) {
    entities
        .createQuery("delete from MailboxToken t where t.mailboxId = :mailbox")
        .setParameter("mailbox", mailbox.value())
        .executeUpdate();
  }

  @Override
  public List<MailboxToken> endingBefore(Instant at) {
    return entities
        .createQuery(
            "select t from MailboxToken t, Mailbox m where m.id = t.mailboxId and m.active = true and"
                + " t.refreshExpires < :at order by t.refreshExpires",
            MailboxToken.class)
        .setParameter("at", at)
        .getResultList();
  }

  @Override
  public List<MailboxToken> endingOf(Collection<MailboxId> mailboxes) {
    return entities
        .createQuery(
            "select t from MailboxToken t where t.refreshExpires is not null and t.mailboxId in :ids",
            MailboxToken.class)
        .setParameter("ids", mailboxes.stream().map(MailboxId::value).toList())
        .getResultList();
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public Optional<MailboxToken> find(MailboxId mailbox) {
    return Optional.ofNullable(entities.find(MailboxToken.class, mailbox.value()));
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public boolean hold(MailboxId mailbox, String holder, Instant now, Instant until) {
    Optional<MailboxToken> free = lock(mailbox).filter(token -> token.isFree(now));
    free.ifPresent(token -> token.hold(holder, until));
    return free.isPresent();
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public boolean settle(MailboxId mailbox, String holder, Consumer<MailboxToken> change) {
    Optional<MailboxToken> held = lock(mailbox).filter(token -> token.isHeldBy(holder));
    held.ifPresent(change.andThen(MailboxToken::letGo));
    return held.isPresent();
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public boolean change(MailboxId mailbox, String client, Consumer<MailboxToken> change) {
    Optional<MailboxToken> same = lock(mailbox).filter(token -> token.isFor(client));
    same.ifPresent(change);
    return same.isPresent();
  }

  private Optional<MailboxToken> lock(MailboxId mailbox) {
    return Optional.ofNullable(
        entities.find(MailboxToken.class, mailbox.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public void begin(PendingConsent consent, Instant now) {
    entities
        .createQuery("delete from PendingConsent c where c.expires < :now")
        .setParameter("now", now)
        .executeUpdate();
    entities.persist(consent);
  }

  @Override
  @Transactional(REQUIRES_NEW)
  public Optional<PendingConsent> use(String state) {
    PendingConsent consent =
        entities.find(PendingConsent.class, state, LockModeType.PESSIMISTIC_WRITE);
    if (consent != null) {
      entities.remove(consent);
    }
    return Optional.ofNullable(consent);
  }
}
