package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.access.Reach;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxBrief;
import org.mailroom.mailbox.MailboxChanged;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.model.DefaultOutbox;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxHealth;
import org.mailroom.mailbox.model.MailboxRules;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * The mailboxes in the database, in the transaction that is running. Those out of {@link Reach} are
 * neither found nor listed.
 */
@ApplicationScoped
public class MailboxStore {
  /** SQLSTATE of a broken unique constraint, the same in H2 and PostgreSQL. */
  private static final String DUPLICATE = "23505";

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

  /** Leaves what the transaction has not written yet to be written in one piece. */
  public Optional<Mailbox> find(MailboxId id) {
    return entities
        .createNamedQuery(Mailbox.WITH_HEALTH, Mailbox.class)
        .setParameter("id", id.value())
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst()
        .filter(mailbox -> Reach.ofThisCall().mailbox(id.value()));
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

  /** A page, sorted and cut in the database; each mailbox comes with its health. */
  public Page<Mailbox> list(MailboxQuery query, Slice slice) {
    if (query.among() != null) {
      return among(query, slice);
    }
    ListQuery list = new ListQuery(query);
    List<MailboxId> page =
        list.ids(entities)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            .getResultStream()
            .map(MailboxId::new)
            .toList();
    return Page.of(inOrder(page), slice, () -> list.count(entities).getSingleResult());
  }

  // numbers are cheap to sort out here, and a database takes only so many in one condition
  private Page<Mailbox> among(MailboxQuery query, Slice slice) {
    List<MailboxId> all = ids(query).stream().filter(query.among()::contains).toList();
    List<MailboxId> page = all.stream().skip(slice.offset()).limit(slice.size()).toList();
    return Page.of(inOrder(page), slice, all.size());
  }

  private List<Mailbox> inOrder(List<MailboxId> ids) {
    Map<MailboxId, Mailbox> found =
        all(ids).stream().collect(Collectors.toMap(Mailbox::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * Those of these that there are, in one statement. The transaction knows the default outbox from
   * then on, which is asked about whatever is shown.
   */
  public List<Mailbox> all(Collection<MailboxId> ids) {
    List<Long> seen = seen(ids);
    return seen.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m, d from Mailbox m join fetch m.health, DefaultOutbox d where m.id in :ids",
                Object[].class)
            .setParameter("ids", seen)
            .setFlushMode(FlushModeType.COMMIT)
            .getResultStream()
            .map(row -> (Mailbox) row[0])
            .toList();
  }

  private static List<Long> seen(Collection<MailboxId> ids) {
    return ids.stream().map(MailboxId::value).filter(Reach.ofThisCall()::mailbox).toList();
  }

  public List<MailboxBrief> briefs(Collection<MailboxId> ids, Instant now) {
    List<Long> seen = seen(ids);
    return seen.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m.id, m.name, h from Mailbox m join m.health h where m.id in :ids",
                Object[].class)
            .setParameter("ids", seen)
            .getResultStream()
            .map(row -> brief(row, now))
            .toList();
  }

  private static MailboxBrief brief(Object[] row, Instant now) {
    Instant limitedUntil = ((MailboxHealth) row[2]).limitedUntil(now);
    return new MailboxBrief(new MailboxId((Long) row[0]), (String) row[1], limitedUntil);
  }

  /** All that match, in order; {@link MailboxQuery#among} is not looked at. */
  public List<MailboxId> ids(MailboxQuery query) {
    return new ListQuery(query).ids(entities).getResultStream().map(MailboxId::new).toList();
  }

  /** All mailboxes of a type, by name. */
  public List<Mailbox> ofType(MailboxType type) {
    return entities
        .createQuery(
            "select m from %s m join fetch m.health where :every = 1 or m.id in :reach order by m.nameKey"
                .formatted(ListQuery.entity(type)),
            Mailbox.class)
        .setParameter("every", Reach.ofThisCall().isEverything() ? 1 : 0)
        .setParameter("reach", Reach.ofThisCall().mailboxes())
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

  /**
   * Pauses every mailbox.
   *
   * @return how many were not
   */
  public int pauseAll() {
    // in SQL: EclipseLink's bulk statements spell truth values as H2 does not
    return entities
        .createNativeQuery(
            "UPDATE mailbox SET active = FALSE, version = version + 1 WHERE active = TRUE")
        .executeUpdate();
  }

  /** The day on which each of these mailboxes loses its client secret, where it is known. */
  public Map<MailboxId, LocalDate> clientSecretsOf(Collection<MailboxId> mailboxes) {
    return mailboxes.isEmpty()
        ? Map.of()
        : days(
            clientSecrets("m.id in :ids")
                .setParameter("ids", mailboxes.stream().map(MailboxId::value).toList()));
  }

  /** The same of all active mailboxes that lose it by then. */
  public Map<MailboxId, LocalDate> clientSecretsUntil(LocalDate day) {
    return days(
        clientSecrets("m.active = true and m.oauthSecretExpires <= :day").setParameter("day", day));
  }

  private TypedQuery<Object[]> clientSecrets(String which) {
    return entities.createQuery(
        "select m.id, m.oauthSecretExpires from Mailbox m where m.oauthSecretExpires is not null and "
            + which,
        Object[].class);
  }

  private static Map<MailboxId, LocalDate> days(TypedQuery<Object[]> query) {
    return query
        .getResultStream()
        .collect(Collectors.toMap(row -> new MailboxId((Long) row[0]), row -> (LocalDate) row[1]));
  }

  /** The addresses that mailboxes speak for; as {@link #find}, leaves what is not written yet. */
  public List<String> addresses() {
    return entities
        .createQuery("select distinct m.address from Mailbox m", String.class)
        .setFlushMode(FlushModeType.COMMIT)
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
