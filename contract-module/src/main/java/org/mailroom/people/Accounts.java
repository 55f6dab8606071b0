package org.mailroom.people;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.AccountRules;
import org.mailroom.people.model.GeneratedPassword;
import org.mailroom.people.model.PasswordHash;
import org.mailroom.people.model.Person;
import org.mailroom.vault.Secret;

/**
 * The accounts of the people who may log in: their roles, what was given to them, their passwords.
 *
 * <p>There is always an active administrator: whatever would leave none is refused with {@link
 * LastAdministrator}, also when two administrators demote each other at once. A change reaches
 * running sessions within half a minute.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class Accounts {
  @Inject PeopleStore store;
  @Inject Standings standings;
  @EJB Audit audit;

  /**
   * Registers somebody.
   *
   * @param password empty to have one generated, which the person must change at the first log-in
   * @throws InvalidAccount telling every broken rule
   */
  public NewAccount register(AccountDraft draft, Optional<Secret> password) {
    AccountDraft stated = draft.stripped();
    refuse(problemsOfNew(stated, password));
    Secret first = password.orElseGet(GeneratedPassword::next);
    Person person = new Person(stated, PasswordHash.of(first));
    if (password.isEmpty()) {
      person.resetPassword(PasswordHash.of(first));
    }
    store.add(person);
    note("person.registered", person, null, stated);
    return new NewAccount(
        person.account(), password.isEmpty() ? Optional.of(first) : Optional.empty());
  }

  /**
   * Changes everything but log-in and password; an unchanged draft changes nothing.
   *
   * @param version of the {@link AccountView} the change is based on; empty changes whatever is
   *     there
   * @throws InvalidAccount telling every broken rule
   * @throws PersonChanged if somebody else has changed it since
   * @throws LastAdministrator if nobody would be left to administer
   */
  public AccountView change(String login, AccountDraft draft, Optional<Long> version) {
    Person person = present(login);
    AccountView before = person.account();
    if (version.isPresent() && version.get() != before.version()) {
      throw new PersonChanged(before.login());
    }
    AccountDraft stated = draft.stripped().named(before.login());
    refuse(problems(stated));
    return stated.equals(before.stated()) ? before : changed(person, stated);
  }

  private AccountView changed(Person person, AccountDraft stated) {
    AccountDraft before = person.account().stated();
    keepAnAdministrator(person, stated.active() && stated.roles().contains(Role.ADMINISTRATOR));
    person.change(stated);
    store.changed(person);
    standings.forget(person.view().login());
    note("person.changed", person, before, stated);
    return person.account();
  }

  /**
   * Deletes an account with its tokens; what the audit says of it stays.
   *
   * @throws LastAdministrator if nobody would be left to administer
   */
  public void delete(String login) {
    Person person = present(login);
    keepAnAdministrator(person, false);
    store.remove(person);
    standings.forget(person.view().login());
    note("person.deleted", person, person.account().stated(), null);
  }

  /**
   * Gives somebody a generated password, which they must change at their next log-in; their
   * sessions end.
   *
   * @return the password, to be shown once
   */
  public Secret resetPassword(String login) {
    Person person = present(login);
    Secret password = GeneratedPassword.next();
    person.resetPassword(PasswordHash.of(password));
    store.changed(person);
    standings.forget(person.view().login());
    audit.changed(
        "person.password-reset", subject(person), List.of(Change.secret("password", true, true)));
    return password;
  }

  /**
   * @throws PersonNotFound if there is none
   */
  @Allowed(Role.AUDITOR)
  public AccountView get(String login) {
    return present(login).account();
  }

  /**
   * The accounts by log-in.
   *
   * @param text in log-in, name or address, case ignored; null for all
   */
  @Allowed(Role.AUDITOR)
  public Page<AccountView> list(String text, Slice slice) {
    List<AccountView> found = store.accounts(text, slice).stream().map(Person::account).toList();
    return Page.of(found, slice, () -> store.countAccounts(text));
  }

  // the others are locked first, so that two who demote each other wait for one another
  private void keepAnAdministrator(Person person, boolean stays) {
    if (!stays && person.isActiveAdministrator() && store.otherAdministrators(person) == 0) {
      throw new LastAdministrator(person.view().login());
    }
  }

  private List<Problem> problemsOfNew(AccountDraft stated, Optional<Secret> password) {
    List<Problem> problems = problems(stated);
    if (store.person(stated.login()).isPresent()) {
      problems.add(AccountRules.loginTaken(stated.login()));
    }
    password.flatMap(secret -> AccountRules.password(secret.reveal())).ifPresent(problems::add);
    return problems;
  }

  private List<Problem> problems(AccountDraft stated) {
    List<Problem> problems =
        new ArrayList<>(
            AccountRules.problems(stated, () -> store.hasOther(stated.email(), stated.login())));
    problems.addAll(AccountRules.missing(store.missing(stated.given())));
    return problems;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidAccount(problems);
    }
  }

  private Person present(String login) {
    return store.person(login).orElseThrow(() -> new PersonNotFound(login));
  }

  private static String subject(Person person) {
    return "person " + person.view().login();
  }

  private void note(String action, Person person, AccountDraft before, AccountDraft after) {
    audit.changed(action, subject(person), Change.between(before, after));
  }
}
