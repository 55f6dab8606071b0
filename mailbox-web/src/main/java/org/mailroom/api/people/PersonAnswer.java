package org.mailroom.api.people;

import java.util.List;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.AccountView;
import org.mailroom.people.NewAccount;
import org.mailroom.vault.Secret;

/**
 * A person in JSON.
 *
 * @param roles the words of their roles
 * @param contracts the ids of those given to a contract manager
 * @param mailboxes the ids of those given to a contract manager
 * @param password a generated one, answered once to who made it; else null
 */
public record PersonAnswer(
    String login,
    String name,
    String email,
    List<String> roles,
    List<Long> contracts,
    List<Long> mailboxes,
    boolean active,
    boolean mustChangePassword,
    long version,
    String password) {

  static PersonAnswer of(AccountView account) {
    return of(account, null);
  }

  static PersonAnswer of(NewAccount made) {
    return of(made.account(), made.password().map(Secret::reveal).orElse(null));
  }

  private static PersonAnswer of(AccountView account, String password) {
    return new PersonAnswer(
        account.login(),
        account.person().name(),
        account.person().email().map(EmailAddress::value).orElse(null),
        account.roles().stream().map(Role::word).sorted().toList(),
        account.given().contracts().stream().sorted().toList(),
        account.given().mailboxes().stream().sorted().toList(),
        account.active(),
        account.mustChangePassword(),
        account.version(),
        password);
  }
}
