package org.mailroom.people;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.Group;
import org.mailroom.people.model.GroupRules;
import org.mailroom.people.model.Person;

/**
 * The people and groups we know. A group is addressed by its acronym; its mail goes to all of its
 * addresses.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({OPERATOR, AUDITOR})
public class People {
  @Inject PeopleStore store;
  @EJB Audit audit;

  /**
   * The addresses of the group with this acronym, case ignored; empty if there is no such group.
   */
  public Optional<List<EmailAddress>> group(String acronym) {
    return store.group(acronym).map(group -> group.view().addresses());
  }

  /** The address of the person with this log-in, case ignored. */
  public Optional<EmailAddress> user(String login) {
    return store.person(login).flatMap(Person::email);
  }

  /** Whether any person or group we know has this address. */
  public boolean knows(EmailAddress address) {
    return store.knows(address);
  }

  public List<GroupView> groups() {
    return store.groups().stream().map(Group::view).toList();
  }

  public List<PersonView> persons() {
    return store.persons().stream().map(Person::view).toList();
  }

  /**
   * Registers or changes a group, known by its acronym; an unchanged one changes nothing.
   *
   * @throws InvalidGroup telling every broken rule
   */
  @Allowed
  public void saveGroup(GroupView group) {
    GroupView stated = completed(group);
    List<Problem> problems = GroupRules.problems(stated);
    if (!problems.isEmpty()) {
      throw new InvalidGroup(problems);
    }
    store
        .group(stated.acronym())
        .ifPresentOrElse(present -> change(present, stated), () -> register(stated));
  }

  private static GroupView completed(GroupView group) {
    List<EmailAddress> addresses =
        group.addresses().stream()
            .distinct()
            .sorted(Comparator.comparing(EmailAddress::value))
            .toList();
    return new GroupView(Group.keyOf(group.acronym()), group.name().strip(), addresses);
  }

  /** Deletes a group; nothing happens if there is none. */
  @Allowed
  public void deleteGroup(String acronym) {
    store.group(acronym).ifPresent(this::delete);
  }

  private void register(GroupView stated) {
    store.add(new Group(stated));
    note("group.registered", null, stated);
  }

  private void change(Group present, GroupView stated) {
    GroupView before = present.view();
    if (!before.equals(stated)) {
      present.change(stated);
      note("group.changed", before, stated);
    }
  }

  private void delete(Group group) {
    store.remove(group);
    note("group.deleted", group.view(), null);
  }

  private void note(String action, GroupView before, GroupView after) {
    String acronym = after == null ? before.acronym() : after.acronym();
    audit.changed(action, "group " + acronym, Change.between(before, after));
  }
}
