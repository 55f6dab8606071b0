package org.mailroom.api.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.api.json.Fields;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.Given;
import org.mailroom.vault.Secret;

/**
 * A person as a body states it.
 *
 * @param password stated only for a new one, and not always
 * @param version null if the body states none
 */
record PersonForm(AccountDraft draft, Optional<Secret> password, Long version) {
  static PersonForm ofNew(Fields in) {
    return read(in.text("login"), in, Optional.ofNullable(in.text("password")).map(Secret::of));
  }

  static PersonForm ofPresent(String login, Fields in) {
    in.pass("login", "password");
    return read(login, in, Optional.empty());
  }

  private static PersonForm read(String login, Fields in, Optional<Secret> password) {
    in.pass("mustChangePassword");
    Boolean active = in.flag("active");
    var draft =
        new AccountDraft(
            login,
            in.text("name"),
            in.text("email"),
            RoleWords.read(in, "roles"),
            new Given(ids(in, "contracts"), ids(in, "mailboxes")),
            active == null || active);
    return new PersonForm(draft, password, in.number("version"));
  }

  private static Set<Long> ids(Fields in, String name) {
    return Set.copyOf(Optional.ofNullable(in.numbers(name)).orElse(List.of()));
  }
}
