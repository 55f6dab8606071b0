package org.mailroom.people;

import java.util.Set;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;

/**
 * A person's account as administrators see it; never the password.
 *
 * @param mustChangePassword whether the next log-in asks for a new one
 * @param version of this state, for a change that is based on it
 */
public record AccountView(
    PersonView person,
    Set<Role> roles,
    Given given,
    boolean active,
    boolean mustChangePassword,
    long version) {
  public AccountView {
    roles = Set.copyOf(roles);
  }

  public String login() {
    return person.login();
  }

  /** The same in the terms of a change. */
  public AccountDraft stated() {
    String email = person.email().map(EmailAddress::value).orElse(null);
    return new AccountDraft(person.login(), person.name(), email, roles, given, active);
  }
}
