package org.mailroom.console.person;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.AccountView;
import org.mailroom.people.Given;
import org.mailroom.vault.Secret;

/** The values on screen of one person. */
public class PersonForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String login;
  private String name;
  private String email;
  private String password;
  private Role[] roles = {Role.OPERATOR};
  private Long[] contracts = {};
  private Long[] mailboxes = {};
  private boolean active = true;

  static PersonForm of(AccountView account) {
    var form = new PersonForm();
    form.login = account.login();
    form.name = account.person().name();
    form.email = account.person().email().map(EmailAddress::value).orElse(null);
    form.roles = account.roles().toArray(Role[]::new);
    form.contracts = account.given().contracts().toArray(Long[]::new);
    form.mailboxes = account.given().mailboxes().toArray(Long[]::new);
    form.active = account.active();
    return form;
  }

  AccountDraft toDraft() {
    var given = new Given(Set.of(contracts), Set.of(mailboxes));
    return new AccountDraft(login, name, email, Set.of(roles), given, active);
  }

  Optional<Secret> firstPassword() {
    return Optional.ofNullable(password).filter(text -> !text.isEmpty()).map(Secret::of);
  }

  /** What was given is shown for who may use it. */
  public boolean isManager() {
    return Set.of(roles).contains(Role.CONTRACT_MANAGER);
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public Role[] getRoles() {
    return roles;
  }

  public void setRoles(Role[] roles) {
    this.roles = roles;
  }

  public Long[] getContracts() {
    return contracts;
  }

  public void setContracts(Long[] contracts) {
    this.contracts = contracts;
  }

  public Long[] getMailboxes() {
    return mailboxes;
  }

  public void setMailboxes(Long[] mailboxes) {
    this.mailboxes = mailboxes;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
