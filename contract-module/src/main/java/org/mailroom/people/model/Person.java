package org.mailroom.people.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Role;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.AccountView;
import org.mailroom.people.Given;
import org.mailroom.people.PersonView;
import org.mailroom.people.Standing;

/** Somebody who may log in; the case of the log-in does not count. */
@Entity
@Table(name = "person")
public class Person {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
  @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
  private long id;

  private String login;

  @Column(name = "login_key")
  private String loginKey;

  private String name;
  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  private boolean active;
  private long era;

  // who the person is at the operator's identity provider
  private String issuer;
  private String subject;

  @ElementCollection
  @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "person_contract", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "contract_id")
  private Set<Long> contracts = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "person_mailbox", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "mailbox_id")
  private Set<Long> mailboxes = new HashSet<>();

  @Version private long version;

  protected Person() {}

  public Person(AccountDraft stated, PasswordHash password) {
    this.login = stated.login().strip();
    this.loginKey = keyOf(stated.login());
    this.passwordHash = password.value();
    change(stated);
  }

  /** What makes two log-ins the same. */
  public static String keyOf(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes everything but the log-in. */
  public void change(AccountDraft stated) {
    if (active && !stated.active()) {
      era++;
    }
    name = stated.name();
    email = stated.email();
    active = stated.active();
    become(roles, stated.roles());
    become(contracts, stated.given().contracts());
    become(mailboxes, stated.given().mailboxes());
  }

  private static <T> void become(Set<T> present, Set<T> wanted) {
    present.retainAll(wanted);
    present.addAll(wanted);
  }

  public PasswordHash password() {
    return new PasswordHash(passwordHash);
  }

  /** The person's own choice. */
  public void changePassword(PasswordHash password) {
    passwordHash = password.value();
    mustChangePassword = false;
    era++;
  }

  /** Somebody else knows this password, so the person must choose another one. */
  public void resetPassword(PasswordHash password) {
    changePassword(password);
    mustChangePassword = true;
  }

  /** Tells who the person is at an identity provider; once, as a subject is never another's. */
  public void link(String itsIssuer, String itsSubject) {
    issuer = itsIssuer;
    subject = itsSubject;
  }

  public boolean isLinked() {
    return issuer != null && subject != null;
  }

  public long id() {
    return id;
  }

  public boolean isActive() {
    return active;
  }

  public boolean isActiveAdministrator() {
    return active && roles.contains(Role.ADMINISTRATOR);
  }

  public Optional<EmailAddress> email() {
    return EmailAddress.parse(email);
  }

  public Given given() {
    return new Given(contracts, mailboxes);
  }

  public Standing standing() {
    return new Standing(login, roles, mustChangePassword, id + "." + era);
  }

  public PersonView view() {
    return new PersonView(login, name, email());
  }

  public AccountView account() {
    return new AccountView(view(), roles, given(), active, mustChangePassword, version);
  }
}
