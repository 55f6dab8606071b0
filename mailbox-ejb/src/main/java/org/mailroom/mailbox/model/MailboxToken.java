package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * The tokens of a mailbox that signs in by OAuth2, sealed, and who consented.
 *
 * <p>Whoever asks the provider for new ones holds the row meanwhile, and only the holder may put
 * them down: so no refresh token is spent twice, and a rotated one is stored together with the
 * access token it came with.
 */
@Entity
@Table(name = "mailbox_token")
public class MailboxToken {
  private static final int MAX_WORDS = 500;

  @Id
  @Column(name = "mailbox_id")
  private Long mailboxId;

  /** The fingerprint of the client that they were granted to. */
  private String client;

  @Column(name = "sealed_access")
  private byte[] sealedAccess;

  @Column(name = "access_obtained")
  private Instant accessObtained;

  @Column(name = "access_expires")
  private Instant accessExpires;

  @Column(name = "sealed_refresh")
  private byte[] sealedRefresh;

  @Column(name = "refresh_expires")
  private Instant refreshExpires;

  private String account;

  @Column(name = "consented_by")
  private String consentedBy;

  @Column(name = "consented_at")
  private Instant consentedAt;

  private boolean lost;
  private String trouble;

  @Column(name = "trouble_at")
  private Instant troubleAt;

  private String holder;

  @Column(name = "held_until")
  private Instant heldUntil;

  protected MailboxToken() {}

  public MailboxToken(MailboxId mailbox, String client) {
    mailboxId = mailbox.value();
    this.client = client;
  }

  /** Forgets everything: another client, or somebody's wish. */
  public void startAfresh(String newClient) {
    client = newClient;
    sealedAccess = null;
    accessObtained = null;
    accessExpires = null;
    sealedRefresh = null;
    refreshExpires = null;
    account = null;
    consentedBy = null;
    consentedAt = null;
    forgetTrouble();
    holder = null;
    heldUntil = null;
  }

  /** It may work again: a person has changed something. */
  public void forgetTrouble() {
    lost = false;
    trouble = null;
    troubleAt = null;
  }

  public boolean isFree(Instant now) {
    return holder == null || !now.isBefore(heldUntil);
  }

  public void hold(String by, Instant until) {
    holder = by;
    heldUntil = until;
  }

  public boolean isHeldBy(String somebody) {
    return somebody.equals(holder);
  }

  public void letGo() {
    holder = null;
    heldUntil = null;
  }

  /** New tokens; a refresh token that was not rotated stays. */
  public void renew(SealedTokens tokens, Instant now) {
    sealedAccess = tokens.access();
    accessObtained = now;
    accessExpires = tokens.expires();
    if (tokens.refresh() != null) {
      sealedRefresh = tokens.refresh();
      refreshExpires = tokens.refreshExpires();
    }
    forgetTrouble();
  }

  /** A person has consented; what there was before is gone, with the tokens of another. */
  public void consented(SealedTokens tokens, String accountThere, String by, Instant now) {
    startAfresh(client);
    renew(tokens, now);
    account = accountThere;
    consentedBy = by;
    consentedAt = now;
  }

  /**
   * The provider gives no token.
   *
   * @param forGood whether it will not until a person consents
   */
  public void refused(String words, boolean forGood, Instant at) {
    trouble = words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS - 1) + "…";
    troubleAt = at;
    lost = forGood;
  }

  /** A seal of another key, the same secret. */
  public void resealAccess(byte[] sealed) {
    sealedAccess = sealed.clone();
  }

  /** A seal of another key, the same secret. */
  public void resealRefresh(byte[] sealed) {
    sealedRefresh = sealed.clone();
  }

  public boolean isFor(String someClient) {
    return client.equals(someClient);
  }

  /**
   * Whether the access token need not be renewed yet.
   *
   * @param margin what must be left of its life; of a short one a fifth will do
   */
  public boolean isFresh(Duration margin, Instant now) {
    if (sealedAccess == null) {
      return false;
    }
    Duration fifth = Duration.between(accessObtained, accessExpires).dividedBy(5);
    return lasts(fifth.compareTo(margin) < 0 ? fifth : margin, now);
  }

  /** Whether there is an access token that is valid for so long. */
  public boolean lasts(Duration time, Instant now) {
    return sealedAccess != null && now.plus(time).isBefore(accessExpires);
  }

  /** Whether the access token was granted within so long. */
  public boolean isYoungerThan(Duration age, Instant now) {
    return accessObtained != null && now.isBefore(accessObtained.plus(age));
  }

  public MailboxId mailbox() {
    return new MailboxId(mailboxId);
  }

  public String client() {
    return client;
  }

  public Optional<byte[]> sealedAccess() {
    return Optional.ofNullable(sealedAccess).map(byte[]::clone);
  }

  public Instant accessExpires() {
    return accessExpires;
  }

  public Optional<byte[]> sealedRefresh() {
    return Optional.ofNullable(sealedRefresh).map(byte[]::clone);
  }

  public Instant refreshExpires() {
    return refreshExpires;
  }

  public String account() {
    return account;
  }

  public String consentedBy() {
    return consentedBy;
  }

  public Instant consentedAt() {
    return consentedAt;
  }

  public boolean isLost() {
    return lost;
  }

  public String trouble() {
    return trouble;
  }

  public Instant troubleAt() {
    return troubleAt;
  }
}
