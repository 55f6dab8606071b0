package org.mailroom.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.people.model.Person;
import org.mailroom.watch.AlertRecipients;

/** Alerts about mailboxes go to the administrators that have an e-mail address. */
@ApplicationScoped
class AdministratorsToTell implements AlertRecipients {
  @Inject PeopleStore store;

  @Override
  public List<EmailAddress> toTell() {
    return store.persons().stream()
        .filter(Person::isActiveAdministrator)
        .map(Person::email)
        .flatMap(Optional::stream)
        .toList();
  }
}
