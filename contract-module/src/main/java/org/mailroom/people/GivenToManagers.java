package org.mailroom.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.mailroom.access.Grants;
import org.mailroom.people.jpa.PeopleStore;

/** What administrators have given to contract managers, and what these have registered. */
@ApplicationScoped
class GivenToManagers implements Grants {
  @Inject PeopleStore store;

  @Override
  public Set<Long> contractsOf(String login) {
    return store.person(login).map(person -> person.given().contracts()).orElse(Set.of());
  }

  @Override
  public Set<Long> mailboxesOf(String login) {
    return store.person(login).map(person -> person.given().mailboxes()).orElse(Set.of());
  }

  @Override
  public void giveContract(String login, long contract) {
    store.giveContract(login, contract);
  }

  @Override
  public void giveMailbox(String login, long mailbox) {
    store.giveMailbox(login, mailbox);
  }
}
