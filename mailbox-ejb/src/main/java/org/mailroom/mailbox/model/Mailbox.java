package org.mailroom.mailbox.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingLimits;
import org.mailroom.mailbox.provider.ProviderFile;
import org.mailroom.vault.Secret;

/**
 * A connection record that people keep. How the connection fares is its {@link MailboxHealth}, a
 * row of its own: machines write that one all the time, and must not make the version rise under a
 * person who is editing.
 */
// one statement for both, as no mailbox is shown without its health; unlike find() with hints it is
// prepared once, and like find() it does not ask for what the transaction has read already
@NamedQuery(
    name = Mailbox.WITH_HEALTH,
    query = "select m from Mailbox m left join fetch m.health where m.id = :id",
    hints = {
      @QueryHint(name = "eclipselink.query-type", value = "ReadObject"),
      @QueryHint(name = "eclipselink.cache-usage", value = "CheckCacheByExactPrimaryKey")
    })
@Entity
@Table(name = "mailbox")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "type")
public abstract class Mailbox {
  public static final String WITH_HEALTH = "Mailbox.withHealth";

  @Id
  @SequenceGenerator(name = "mailbox_seq", sequenceName = "mailbox_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mailbox_seq")
  private Long id;

  @Version private long version;

  /** The discriminator, for lists to be sorted by. */
  @Column(name = "type", insertable = false, updatable = false)
  private String kind;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  private String server;
  private Integer port;

  @Enumerated(EnumType.STRING)
  private Security security;

  @Column(name = "verify_certificate")
  private boolean verifyCertificate;

  @Enumerated(EnumType.STRING)
  private Authentication authentication;

  @Column(name = "login_name")
  private String user;

  @Column(name = "sealed_password")
  private byte[] sealedPassword;

  private String provider;

  @Enumerated(EnumType.STRING)
  @Column(name = "oauth_grant")
  private OAuthGrant oauthGrant;

  @Column(name = "oauth_issuer")
  private String oauthIssuer;

  @Column(name = "oauth_client_id")
  private String oauthClientId;

  @Column(name = "oauth_scope")
  private String oauthScope;

  @Column(name = "oauth_secret_expires")
  private LocalDate oauthSecretExpires;

  @Column(name = "sealed_client_secret")
  private byte[] sealedClientSecret;

  private String address;
  private boolean active;

  @Column(name = "active_since")
  private Instant activeSince;

  @OneToOne(mappedBy = "mailbox", cascade = CascadeType.ALL, orphanRemoval = true)
  private MailboxHealth health = new MailboxHealth(this);

  protected Mailbox() {}

  /** A mailbox of the type that the settings say. They have passed {@link MailboxRules}. */
  public static Mailbox of(MailboxSettings settings, Instant now) {
    Mailbox mailbox =
        settings.type() == MailboxType.INPUT ? new InputMailbox() : new OutputMailbox();
    mailbox.change(settings, now);
    return mailbox;
  }

  /** Takes over settings that have passed {@link MailboxRules}. */
  public void change(MailboxSettings settings, Instant now) {
    boolean anotherInbox = isAnotherInbox(settings);
    name = settings.name();
    nameKey = settings.nameKey();
    provider = settings.provider();
    connect(settings.connection());
    signIn(settings.oauth());
    address = settings.address().orElseThrow();
    changeOwn(settings);
    activate(settings.active(), anotherInbox, now);
  }

  private void connect(Connection connection) {
    server = connection.server();
    port = connection.port();
    security = connection.security();
    verifyCertificate = connection.verifyCertificate();
    authentication = connection.authentication();
    user = connection.user();
  }

  private void signIn(OAuth oauth) {
    oauthGrant = oauth == null ? null : oauth.grant();
    oauthIssuer = oauth == null ? null : oauth.issuer();
    oauthClientId = oauth == null ? null : oauth.clientId();
    oauthScope = oauth == null ? null : oauth.scope();
    oauthSecretExpires = oauth == null ? null : oauth.clientSecretExpires();
  }

  /** Takes over what only this type has. */
  abstract void changeOwn(MailboxSettings settings);

  /** Whether the settings lead to mail that has not been seen at all, rather than to a new way. */
  abstract boolean isAnotherInbox(MailboxSettings settings);

  // The first activation counts for good: what arrives while a mailbox is paused is not skipped.
  private void activate(boolean wanted, boolean anotherInbox, Instant now) {
    active = wanted;
    if (anotherInbox) {
      activeSince = null;
    }
    if (active && activeSince == null) {
      activeSince = now;
    }
  }

  public void pause() {
    active = false;
  }

  /** Works again, and past failures count no more. */
  public void resume(Instant now) {
    activate(true, false, now);
    health.forgetFailures();
  }

  /**
   * It does not work. What paused the mailbox stays on view: the tries that were under way then say
   * less.
   *
   * @return whether this paused it
   */
  public boolean failed(MailboxAccess.Trouble trouble, String words, Instant at) {
    if (active && health.failed(trouble, words, at)) {
      pause();
      return true;
    }
    return false;
  }

  /** Keeps a sealed password; null forgets it. */
  public void keepPassword(byte[] sealed) {
    sealedPassword = sealed == null ? null : sealed.clone();
  }

  public abstract MailboxSettings settings();

  MailboxSettings settings(MailboxType type, Reading reading, Sending sending) {
    return new MailboxSettings(
        name, type, active, provider, connection(), reading, sending, oauth());
  }

  public boolean signsInByOAuth2() {
    return authentication == Authentication.OAUTH2;
  }

  private OAuth oauth() {
    return signsInByOAuth2()
        ? new OAuth(oauthGrant, oauthIssuer, oauthClientId, oauthScope, oauthSecretExpires)
        : null;
  }

  Connection connection() {
    return new Connection(server, port, security, verifyCertificate, authentication, user);
  }

  public MailboxId id() {
    return new MailboxId(id);
  }

  public long version() {
    return version;
  }

  public String name() {
    return name;
  }

  String address() {
    return address;
  }

  /** The provider that was chosen, else the one that runs its server. */
  public Optional<Provider> knownProvider() {
    return ProviderFile.find(provider == null ? "" : provider)
        .or(() -> Optional.ofNullable(connection().server()).flatMap(ProviderFile::running));
  }

  /** What may be sent through it. */
  public SendingLimits limits() {
    return Optional.ofNullable(settings().sending())
        .map(sending -> sending.policy().limits(knownProvider().map(Provider::limits)))
        .orElse(SendingLimits.NONE);
  }

  public boolean isActive() {
    return active;
  }

  /** From when on mail counts as new; null while the mailbox has never been active. */
  Instant activeSince() {
    return activeSince;
  }

  /** Keeps a sealed client secret; null forgets it. */
  public void keepClientSecret(byte[] sealed) {
    sealedClientSecret = sealed == null ? null : sealed.clone();
  }

  public boolean hasClientSecret() {
    return sealedClientSecret != null;
  }

  public Optional<byte[]> sealedClientSecret() {
    return Optional.ofNullable(sealedClientSecret).map(byte[]::clone);
  }

  public boolean hasPassword() {
    return sealedPassword != null;
  }

  public Optional<byte[]> sealedPassword() {
    return Optional.ofNullable(sealedPassword).map(byte[]::clone);
  }

  public MailboxHealth health() {
    return health;
  }

  public MailboxAccess.Account account(Optional<Secret> password) {
    return settings().account(id(), password, activeSince, version);
  }

  public MailboxView view(boolean defaultOutbox, Instant now) {
    return view(defaultOutbox, connection(), now);
  }

  /**
   * @param shown where it leads, if that is not kept here
   */
  public MailboxView view(boolean defaultOutbox, Connection shown, Instant now) {
    Reading reading = settings().reading();
    Sending sending = settings().sending();
    return new MailboxView(
        id(),
        name,
        settings().type(),
        shown.server(),
        shown.port() == null ? 0 : shown.port(),
        shown.security(),
        shown.authentication(),
        shown.user(),
        hasPassword(),
        reading == null ? null : reading.protocol(),
        reading == null ? null : reading.folder(),
        sending == null ? null : sending.sender(),
        sending == null ? null : sending.senderName(),
        sending == null ? null : sending.replyTo(),
        address,
        shown.verifyCertificate(),
        active,
        reading != null && reading.existing(),
        defaultOutbox,
        health.isChecked(),
        health.status(active),
        health.lastSuccess(),
        health.lastErrorAt(),
        health.lastError(),
        provider,
        sending == null ? null : sending.mailSession(),
        oauth() == null ? null : oauth().view(hasClientSecret()),
        sending == null ? null : sending.policy(),
        reading == null ? null : reading.after(),
        sending == null ? null : limits(),
        health.limitedUntil(now),
        version);
  }
}
