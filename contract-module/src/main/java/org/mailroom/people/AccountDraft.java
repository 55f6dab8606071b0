package org.mailroom.people;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.access.Role;

/**
 * An account as somebody wants it.
 *
 * @param login fixed once registered; its case does not count
 * @param email null or empty for none
 * @param active whether the person may come in
 */
public record AccountDraft(
    String login, String name, String email, Set<Role> roles, Given given, boolean active) {
  public AccountDraft {
    // in order, as the audit writes them down
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }

  /** An active account that bears its log-in as its name, and has no address. */
  public static AccountDraft of(String login, Role... roles) {
    return new AccountDraft(login, login, null, Set.of(roles), Given.NOTHING, true);
  }

  /** Without white space around, and null where there is no address. */
  AccountDraft stripped() {
    String address = email == null || email.isBlank() ? null : email.strip();
    return new AccountDraft(bare(login), bare(name), address, roles, given, active);
  }

  private static String bare(String text) {
    return text == null ? "" : text.strip();
  }

  AccountDraft named(String registered) {
    return new AccountDraft(registered, name, email, roles, given, active);
  }

  public AccountDraft giving(Given things) {
    return new AccountDraft(login, name, email, roles, things, active);
  }

  public AccountDraft having(Set<Role> others) {
    return new AccountDraft(login, name, email, others, given, active);
  }

  public AccountDraft active(boolean wanted) {
    return new AccountDraft(login, name, email, roles, given, wanted);
  }

  public AccountDraft at(String address) {
    return new AccountDraft(login, name, address, roles, given, active);
  }
}
