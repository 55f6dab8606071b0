package org.mailroom.people.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.paging.Slice;
import org.mailroom.people.Given;
import org.mailroom.people.PersonChanged;
import org.mailroom.people.model.Group;
import org.mailroom.people.model.Person;

/** People and groups in the database. Joins the caller's transaction. */
@Dependent
public class PeopleStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected PeopleStore() {}

  public PeopleStore(EntityManager em) {
    this.em = em;
  }

  public void add(Person person) {
    em.persist(person);
    em.flush();
  }

  /** Writes a changed person at once, so that the view shows the new version. */
  public void changed(Person person) {
    try {
      em.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
      em.flush();
    } catch (OptimisticLockException somebodyElse) {
      throw new PersonChanged(person.view().login());
    }
  }

  public void remove(Person person) {
    em.remove(person);
    em.flush();
  }

  public void add(Group group) {
    em.persist(group);
  }

  public void remove(Group group) {
    em.remove(group);
  }

  public Optional<Person> person(String login) {
    return em.createQuery("select p from Person p where p.loginKey = :key", Person.class)
        .setParameter("key", Person.keyOf(login))
        .getResultStream()
        .findFirst();
  }

  public Optional<Person> withSubject(String issuer, String subject) {
    return em.createQuery(
            "select p from Person p where p.issuer = :issuer and p.subject = :subject",
            Person.class)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  public Optional<Person> withAddress(EmailAddress address) {
    return em.createQuery("select p from Person p where lower(p.email) = :email", Person.class)
        .setParameter("email", address.value().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  public Optional<Group> group(String acronym) {
    return Optional.ofNullable(em.find(Group.class, Group.keyOf(acronym)));
  }

  public List<Person> persons() {
    return em.createQuery("select p from Person p order by p.loginKey", Person.class)
        .getResultList();
  }

  /**
   * @param text in log-in, name or address, case ignored; null for all
   */
  public List<Person> accounts(String text, Slice slice) {
    return found("select p", text, Person.class, " order by p.loginKey")
        .setFirstResult(slice.offset())
        .setMaxResults(slice.size())
        .getResultList();
  }

  public long countAccounts(String text) {
    return found("select count(p)", text, Long.class, "").getSingleResult();
  }

  private <T> TypedQuery<T> found(String select, String text, Class<T> type, String order) {
    String pattern = "%" + (text == null ? "" : text.toLowerCase(Locale.ROOT)) + "%";
    String where =
        " from Person p where p.loginKey like :text or lower(p.name) like :text"
            + " or lower(p.email) like :text";
    return em.createQuery(select + where + order, type).setParameter("text", pattern);
  }

  /** What of it does not exist. */
  public Given missing(Given given) {
    return new Given(
        missing("select count(*) from contract where id = ?1", given.contracts()),
        missing("select count(*) from mailbox where id = ?1", given.mailboxes()));
  }

  private Set<Long> missing(String count, Set<Long> ids) {
    return ids.stream()
        .filter(id -> number(em.createNativeQuery(count).setParameter(1, id)) == 0)
        .collect(Collectors.toSet());
  }

  private static long number(Query count) {
    return ((Number) count.getSingleResult()).longValue();
  }

  /** Whether somebody but the owner of this log-in has an address. */
  public boolean hasOther(String email, String login) {
    return em.createQuery(
                "select count(p) from Person p where lower(p.email) = :email and p.loginKey <> :key",
                Long.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT))
            .setParameter("key", Person.keyOf(login))
            .getSingleResult()
        > 0;
  }

  /**
   * How many active administrators there are besides one. All of them are locked until the end of
   * the transaction, always in the same order.
   */
  public long otherAdministrators(Person person) {
    // two steps, as the second must see what somebody who held the locks has committed
    em.createNativeQuery(
            "select p.id from person p where exists (select 1 from person_role r"
                + " where r.person_id = p.id and r.role = 'ADMINISTRATOR')"
                + " order by p.id for update")
        .getResultList();
    return em.createQuery(
            "select count(p) from Person p where :role member of p.roles and p.active = true"
                + " and p.id <> :self",
            Long.class)
        .setParameter("role", Role.ADMINISTRATOR)
        .setParameter("self", person.id())
        .getSingleResult();
  }

  /** Gives one contract more; whoever is changing the account meanwhile is not disturbed. */
  public void giveContract(String login, long contract) {
    give("insert into person_contract (person_id, contract_id)", login, contract);
  }

  /** Gives one mailbox more; whoever is changing the account meanwhile is not disturbed. */
  public void giveMailbox(String login, long mailbox) {
    give("insert into person_mailbox (person_id, mailbox_id)", login, mailbox);
  }

  private void give(String insert, String login, long id) {
    em.createNativeQuery(insert + " select p.id, ?1 from person p where p.login_key = ?2")
        .setParameter(1, id)
        .setParameter(2, Person.keyOf(login))
        .executeUpdate();
  }

  public List<Group> groups() {
    return em.createQuery("select g from Group g order by g.acronym", Group.class).getResultList();
  }

  public boolean knows(EmailAddress address) {
    Query known =
        em.createNativeQuery(
            """
            select count(*) from (
             select 1 from person where lower(email) = ?1 union all
             select 1 from people_group_address where lower(address) = ?1) known""");
    return number(known.setParameter(1, address.value().toLowerCase(Locale.ROOT))) > 0;
  }
}
