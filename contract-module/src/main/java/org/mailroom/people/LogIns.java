package org.mailroom.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.people.jpa.PeopleStore;
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
public class LogIns {
  /** The one role of this version. */
  public static final String ADMINISTRATOR = "administrator";

  static final int MIN_LENGTH = 8;

  @Inject PeopleStore store;
  @Inject RecentLogIns recent;
  @Inject Audit audit;

  /**
   * Checks a password. A repeated right answer is remembered for a short while, so that REST calls
   * do not pay for the hash each time.
   *
   * @return the roles, or empty if log-in or password are wrong
   */
  public Optional<Set<String>> rolesOf(String login, Secret password) {
    return checked(login, password).map(Person::roles);
  }

  /**
   * @throws WrongPassword if the present one is not right or the new one is too weak
   */
  public void changePassword(String login, Secret present, Secret wanted) {
    Person person =
        checked(login, present)
            .orElseThrow(() -> new WrongPassword("The present password is not right."));
    if (wanted.reveal().length() < MIN_LENGTH) {
      throw new WrongPassword(
          "The new password is too short: it needs at least %d characters.".formatted(MIN_LENGTH));
    }
    person.changePassword(PasswordHash.of(wanted));
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
  public boolean registerFirst(String login, Secret password) {
    boolean first = store.persons().isEmpty();
    if (first) {
      store.add(new Person(login, "Administrator", ADMINISTRATOR, PasswordHash.of(password)));
      audit.changed(
          "person.registered",
          "person " + login,
          List.of(Change.of("roles", null, ADMINISTRATOR), Change.secret("password", false, true)));
    }
    return first;
  }

  private Optional<Person> checked(String login, Secret password) {
    Optional<Person> person = store.person(login);
    // an unknown log-in takes as long, lest the time tell who is known
    PasswordHash stored = person.map(Person::password).orElse(PasswordHash.NOBODYS);
    return recent.matches(stored, password) ? person : Optional.empty();
  }
}
