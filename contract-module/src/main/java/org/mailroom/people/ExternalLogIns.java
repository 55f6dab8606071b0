package org.mailroom.people;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.GeneratedPassword;
import org.mailroom.people.model.Person;

/**
 * Lets people in by the word of the operator's identity provider.
 *
 * <p>Somebody is known by issuer and subject; at the first time by a verified e-mail address or by
 * the claim that the operator has said names the log-in, and from then on by the subject. Where the
 * provider says the roles, they replace those we have, and whoever has one is registered by coming;
 * else only people who are registered come in.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
public class ExternalLogIns {
  @Inject PeopleStore store;
  @EJB Accounts accounts;
  @EJB Audit audit;

  public Entry enter(ExternalIdentity identity) {
    boolean barred = identity.roles().filter(Set::isEmpty).isPresent();
    Optional<Person> person = barred ? Optional.empty() : known(identity).or(() -> made(identity));
    person.ifPresent(present -> follow(present, identity));
    return person
        .filter(Person::isActive)
        .<Entry>map(present -> new Entry.Entered(present.standing()))
        .orElseGet(Entry.Refused::new);
  }

  private Optional<Person> known(ExternalIdentity identity) {
    return store
        .withSubject(identity.issuer(), identity.subject())
        .or(() -> unlinked(identity.email().flatMap(store::withAddress), identity))
        .or(() -> unlinked(identity.login().flatMap(store::person), identity));
  }

  // whoever is linked to another subject is somebody else
  private Optional<Person> unlinked(Optional<Person> found, ExternalIdentity identity) {
    Optional<Person> person = found.filter(present -> !present.isLinked());
    person.ifPresent(present -> link(present, identity));
    return person;
  }

  private void link(Person person, ExternalIdentity identity) {
    person.link(identity.issuer(), identity.subject());
    store.changed(person);
    audit.note("person.linked", "person " + person.view().login(), "issuer=" + identity.issuer());
  }

  private Optional<Person> made(ExternalIdentity identity) {
    if (identity.roles().isEmpty() || isTaken(identity)) {
      return Optional.empty();
    }
    AccountDraft draft = identity.newAccount();
    // a password that nobody knows: this person comes by the provider
    accounts.register(draft, Optional.of(GeneratedPassword.next()));
    Optional<Person> person = store.person(draft.login());
    person.ifPresent(present -> link(present, identity));
    return person;
  }

  private boolean isTaken(ExternalIdentity identity) {
    return store.person(identity.newAccount().login()).isPresent();
  }

  private void follow(Person person, ExternalIdentity identity) {
    identity
        .roles()
        .filter(roles -> !roles.equals(person.account().roles()))
        .filter(roles -> !wouldBeLast(person, roles))
        .ifPresent(
            roles ->
                accounts.change(
                    person.view().login(),
                    person.account().stated().having(roles),
                    Optional.empty()));
  }

  // a mistake at the provider must not leave nobody to administer
  private boolean wouldBeLast(Person person, Set<Role> roles) {
    return person.isActiveAdministrator()
        && !roles.contains(Role.ADMINISTRATOR)
        && store.otherAdministrators(person) == 0;
  }
}
