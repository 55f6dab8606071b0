package org.mailroom.people.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
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

  public Optional<Group> group(String acronym) {
    return Optional.ofNullable(em.find(Group.class, Group.keyOf(acronym)));
  }

  public List<Person> persons() {
    return em.createQuery("select p from Person p order by p.loginKey", Person.class)
        .getResultList();
  }

  public List<Group> groups() {
    return em.createQuery("select g from Group g order by g.acronym", Group.class).getResultList();
  }

  public boolean knows(EmailAddress address) {
    return isAmong("select count(*) from person where lower(email) = ?1", address)
        || isAmong("select count(*) from people_group_address where lower(address) = ?1", address);
  }

  private boolean isAmong(String addresses, EmailAddress address) {
    Object count =
        em.createNativeQuery(addresses)
            .setParameter(1, address.value().toLowerCase(Locale.ROOT))
            .getSingleResult();
    return ((Number) count).longValue() > 0;
  }
}
