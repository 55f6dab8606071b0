package org.mailroom.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.AccountRules;
import org.mailroom.people.model.PasswordHash;
import org.mailroom.people.model.Person;
import org.mailroom.vault.Secret;

/**
 * Who may log in. Passwords are kept as PBKDF2-HMAC-SHA512 hashes.
 *
 * <p>On the first start the log-in {@code admin} is made, with the password of {@code
 * MAILROOM_ADMIN_PASSWORD} or a generated one that is printed once.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class LogIns {
  private static final AccountDraft FIRST = AccountDraft.of("Administrator", Role.ADMINISTRATOR);

  @Inject PeopleStore store;
  @Inject RecentLogIns recent;
  @Inject Standings standings;
  @Inject Audit audit;

  /**
   * Checks a password. A repeated right answer is remembered for a short while, so that REST calls
   * do not pay for the hash each time.
   *
   * @return the roles, or empty if log-in or password are wrong
   */
  public Optional<Set<String>> rolesOf(String login, Secret password) {
    return checked(login, password).map(Person::standing).map(Standing::roles).map(LogIns::words);
  }

  private static Set<String> words(Set<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.toSet());
  }

  /**
   * How somebody who is in stands by now; remembered for half a minute.
   *
   * @return empty if they may not be in any more
   */
  public Optional<Standing> standing(String login) {
    return standings.of(
        login, key -> store.person(key).filter(Person::isActive).map(Person::standing));
  }

  /**
   * @throws WrongPassword if the present one is not right or the new one is too weak
   */
  public void changePassword(String login, Secret present, Secret wanted) {
    Person person =
        checked(login, present)
            .orElseThrow(() -> new WrongPassword("The present password is not right."));
    AccountRules.password(wanted.reveal())
        .ifPresent(
            problem -> {
              throw new WrongPassword(problem.message());
            });
    person.changePassword(PasswordHash.of(wanted));
    standings.forget(login);
    audit.changed(
        "password.changed",
        "person " + person.view().login(),
        List.of(Change.secret("password", true, true)));
  }

  /**
   * Makes the first administrator, unless there is somebody already.
   *
   * @return whether it was made now
   */
  @Allowed
  public boolean registerFirst(String login, Secret password) {
    boolean first = store.persons().isEmpty();
    if (first) {
      store.add(new Person(FIRST.named(login), PasswordHash.of(password)));
      audit.changed(
          "person.registered",
          "person " + login,
          List.of(
              Change.of("roles", null, Role.ADMINISTRATOR.word()),
              Change.secret("password", false, true)));
    }
    return first;
  }

  private Optional<Person> checked(String login, Secret password) {
    Optional<Person> person = store.person(login);
    // an unknown log-in takes as long, lest the time tell who is known
    PasswordHash stored = person.map(Person::password).orElse(PasswordHash.NOBODYS);
    return recent.matches(stored, password) ? person.filter(Person::isActive) : Optional.empty();
  }
}
