package org.mailroom.token.model;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Role;
import org.mailroom.people.Standing;
import org.mailroom.token.Bearer;
import org.mailroom.token.TokenDraft;
import org.mailroom.token.TokenView;
import org.mailroom.vault.Secret;

/** One token; only its digest is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
  @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
  private long id;

  @Column(name = "login_key")
  private String loginKey;

  private String name;
  private String beginning;
  private String digest;

  @Column(name = "read_only")
  private boolean readOnly;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "last_used")
  private Instant lastUsed;

  @ElementCollection
  @CollectionTable(name = "api_token_role", joinColumns = @JoinColumn(name = "token_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  protected ApiToken() {}

  public ApiToken(String login, TokenDraft stated, Secret text, Instant now) {
    this.loginKey = keyOf(login);
    this.name = stated.name();
    this.beginning = TokenText.beginning(text);
    this.digest = TokenText.digest(text);
    this.readOnly = stated.readOnly();
    this.madeAt = now;
    this.expiresAt = now.plus(Duration.ofDays(stated.days()));
    this.roles.addAll(stated.roles());
  }

  public static String keyOf(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  public String owner() {
    return loginKey;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Roles that the person has lost since are lost to the token too. */
  public Bearer bearer(Standing person) {
    Set<Role> covered = new HashSet<>(person.roles());
    if (!roles.isEmpty()) {
      covered.retainAll(roles);
    }
    return new Bearer(person.login(), covered, readOnly);
  }

  public TokenView view() {
    int days = (int) Duration.between(madeAt, expiresAt).toDays();
    return new TokenView(
        id,
        loginKey,
        beginning,
        new TokenDraft(name, roles, readOnly, days),
        madeAt,
        expiresAt,
        Optional.ofNullable(lastUsed));
  }

  @Override
  public String toString() {
    return "token %d %s…".formatted(id, digest.substring(0, 4));
  }
}
