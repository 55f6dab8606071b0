package org.mailroom.people;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.lockout.LockOuts;
import org.mailroom.lockout.Origin;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.AccountRules;
import org.mailroom.people.model.PasswordHash;
import org.mailroom.people.model.Person;
import org.mailroom.vault.Secret;

/**
 * Who may come in. Passwords are kept as PBKDF2-HMAC-SHA512 hashes; who fails again and again must
 * wait ({@link LockOuts}).
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
  @Inject Turns turns;
  @EJB LockOuts lockOuts;
  @EJB Audit audit;

  /**
   * Checks a password. A repeated right answer is remembered for a short while, so that REST calls
   * do not pay for the hash each time.
   */
  public Entry enter(String login, Secret password, Origin origin) {
    Optional<Person> person = store.person(login);
    Optional<Instant> locked = lockOuts.lockedUntil(Person.keyOf(login), origin);
    if (locked.isPresent()) {
      return new Entry.Locked(locked.get());
    }
    // an unknown log-in takes as long, lest the time tell who is known
    PasswordHash stored = person.map(Person::password).orElse(PasswordHash.NOBODYS);
    return recent.remembers(stored, password)
        ? entered(person)
        : turns.take(Person.keyOf(login), () -> slowly(login, person, password, origin));
  }

  private Entry slowly(String login, Optional<Person> person, Secret password, Origin origin) {
    String key = Person.keyOf(login);
    // those who had their turn while we waited may have failed
    Optional<Instant> locked = lockOuts.lockedUntil(key, origin);
    if (locked.isPresent()) {
      return new Entry.Locked(locked.get());
    }
    if (recent.matches(person.map(Person::password).orElse(PasswordHash.NOBODYS), password)) {
      lockOuts.succeeded(key, origin);
      return entered(person);
    }
    lockOuts.failed(key, origin, person.map(known -> known.view().login()));
    return new Entry.Refused();
  }

  private static Entry entered(Optional<Person> person) {
    return person
        .filter(Person::isActive)
        .<Entry>map(active -> new Entry.Entered(active.standing()))
        .orElseGet(Entry.Refused::new);
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
   * Changes a password; other sessions of the person end.
   *
   * @return how the person stands now, for the session that goes on
   * @throws WrongPassword if the present one is not right, was guessed at too often, or the new one
   *     is too weak or the same
   */
  public Standing changePassword(String login, Secret present, Secret wanted) {
    enter(login, present, Origin.UNKNOWN)
        .fold(
            entered -> entered,
            () -> {
              throw new WrongPassword("The present password is not right.");
            },
            locked -> {
              throw new WrongPassword(
                  "The present password was wrong too often. Try again in a while.");
            });
    refuse(wanted.equals(present), "The new password is the present one. Choose another.");
    AccountRules.password(wanted.reveal()).map(Problem::message).ifPresent(LogIns::refuse);
    Person person = store.person(login).orElseThrow(() -> new PersonNotFound(login));
    person.changePassword(PasswordHash.of(wanted));
    standings.forget(login);
    audit.changed(
        "password.changed",
        "person " + person.view().login(),
        List.of(Change.secret("password", true, true)));
    return person.standing();
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      refuse(message);
    }
  }

  private static void refuse(String message) {
    throw new WrongPassword(message);
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
}
