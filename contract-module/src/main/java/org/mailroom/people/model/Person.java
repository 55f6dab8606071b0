package org.mailroom.people.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.PersonView;

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

  private String role;

  @Version private long version;

  protected Person() {}

  public Person(String login, String name, String role, PasswordHash password) {
    this.login = login;
    this.loginKey = keyOf(login);
    this.name = name;
    this.role = role;
    this.passwordHash = password.value();
  }

  /** What makes two log-ins the same. */
  public static String keyOf(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  public PasswordHash password() {
    return new PasswordHash(passwordHash);
  }

  public void changePassword(PasswordHash password) {
    this.passwordHash = password.value();
  }

  public Set<String> roles() {
    return Set.of(role);
  }

  public Optional<EmailAddress> email() {
    return EmailAddress.parse(email);
  }

  public PersonView view() {
    return new PersonView(login, name, email());
  }
}
