package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxChanged;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.model.DefaultOutbox;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxRules;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The mailboxes in the database, in the transaction that is running. */
@ApplicationScoped
public class MailboxStore {
  /** SQLSTATE of a broken unique constraint, the same in H2 and PostgreSQL. */
  private static final String DUPLICATE = "23505";

  private static final char ESCAPE = '!';
  private static final String MATCHING =
      " m where lower(m.name) like :text escape '!' or lower(m.server) like :text escape '!'"
          + " or lower(m.user) like :text escape '!' or lower(m.address) like :text escape '!'";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public MailboxStore() {}

  public MailboxStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds a mailbox and gives it its id. */
  public void add(Mailbox mailbox) {
    entities.persist(mailbox);
  }

  /**
   * Writes what has changed, so that the version is the new one and a clash is told in our words.
   *
   * @throws MailboxChanged if another transaction changed it first
   * @throws InvalidMailbox if another transaction took its name first
   */
  public void write(Mailbox mailbox) {
    try {
      entities.flush();
    } catch (OptimisticLockException overtaken) {
      throw new MailboxChanged(mailbox.id());
    } catch (PersistenceException broken) {
      throw isDuplicate(broken)
          ? new InvalidMailbox(List.of(MailboxRules.nameTaken(mailbox.name())))
          : broken;
    }
  }

  private static boolean isDuplicate(Throwable failure) {
    return failure instanceof SQLException sql
        ? DUPLICATE.equals(sql.getSQLState())
        : failure.getCause() != null && isDuplicate(failure.getCause());
  }

  public Optional<Mailbox> find(MailboxId id) {
    return Optional.ofNullable(entities.find(Mailbox.class, id.value()));
  }

  /** Finds a mailbox that no other transaction can change until this one ends. */
  public Optional<Mailbox> lock(MailboxId id) {
    Mailbox mailbox = entities.find(Mailbox.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (mailbox != null) {
      // it may have been read before the lock was ours
      entities.refresh(mailbox.health());
    }
    return Optional.ofNullable(mailbox);
  }

  /** Deletes a mailbox; if it was the default outbox, there is none now. */
  public void remove(Mailbox mailbox) {
    if (defaultOutbox().filter(mailbox.id()::equals).isPresent()) {
      theDefault().chooseNone();
    }
    entities.remove(mailbox);
    write(mailbox);
  }

  /**
   * Whether another mailbox has this name.
   *
   * @param nameKey as {@code MailboxSettings.nameKey} makes it
   */
  public boolean isNameTaken(String nameKey, Optional<MailboxId> besides) {
    return entities
            .createQuery(
                "select count(m) from Mailbox m where m.nameKey = :key and m.id <> :besides",
                Long.class)
            .setParameter("key", nameKey)
            .setParameter("besides", besides.map(MailboxId::value).orElse(0L))
            .getSingleResult()
        > 0;
  }

  public Page<Mailbox> list(MailboxQuery query, Slice slice) {
    List<Mailbox> items =
        matching("select m from ", " order by m.nameKey", query, Mailbox.class)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            .getResultList();
    long total = matching("select count(m) from ", "", query, Long.class).getSingleResult();
    return Page.of(items, slice, total);
  }

  private <T> TypedQuery<T> matching(
      String select, String order, MailboxQuery query, Class<T> result) {
    return entities
        .createQuery(select + entity(query.type()) + MATCHING + order, result)
        .setParameter("text", pattern(query.text()));
  }

  private static String entity(MailboxType type) {
    if (type == null) {
      return "Mailbox";
    }
    return type == MailboxType.INPUT ? "InputMailbox" : "OutputMailbox";
  }

  private static String pattern(String text) {
    String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return "%" + part.replaceAll("[%_!]", ESCAPE + "$0") + "%";
  }

  /** All mailboxes of a type, by name. */
  public List<Mailbox> ofType(MailboxType type) {
    return entities
        .createQuery("select m from " + entity(type) + " m order by m.nameKey", Mailbox.class)
        .getResultList();
  }

  public List<MailboxId> activeInputs() {
    return entities
        .createQuery(
            "select m.id from InputMailbox m where m.active = true order by m.id", Long.class)
        .getResultStream()
        .map(MailboxId::new)
        .toList();
  }

  /** Those whose client secret ends on a day or before. */
  public List<Mailbox> clientSecretsEndingBy(LocalDate day) {
    return entities
        .createQuery(
            "select m from Mailbox m where m.oauthSecretExpires <= :day order by"
                + " m.oauthSecretExpires",
            Mailbox.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** The addresses that mailboxes speak for. */
  public List<String> addresses() {
    return entities
        .createQuery("select distinct m.address from Mailbox m", String.class)
        .getResultList();
  }

  public Optional<MailboxId> defaultOutbox() {
    return theDefault().mailbox();
  }

  public void makeDefault(MailboxId id) {
    theDefault().choose(id);
  }

  private DefaultOutbox theDefault() {
    return entities.find(DefaultOutbox.class, DefaultOutbox.THE_ROW);
  }
}
