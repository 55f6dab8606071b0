package org.mailroom.dkim.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mailroom.dkim.DkimKeyState;
import org.mailroom.dkim.DkimKeyView;
import org.mailroom.mailbox.MailboxId;

/** A key pair that signs the mail of one Output mailbox; its private part is sealed. */
@Entity
@Table(name = "dkim_key")
public class DkimKey {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dkim_key_seq")
  @SequenceGenerator(name = "dkim_key_seq", sequenceName = "dkim_key_seq", allocationSize = 50)
  private Long id;

  @Version private long version;

  @Column(name = "mailbox_id")
  private long mailbox;

  private String domain;
  private String selector;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Enumerated(EnumType.STRING)
  private DkimKeyState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "signs_since")
  private Instant signsSince;

  @Column(name = "replaced_at")
  private Instant replacedAt;

  protected DkimKey() {}

  /**
   * @param publicKey as it stands in the record: Base64 of the SubjectPublicKeyInfo
   * @param sealedKey the private key, sealed for {@link KeyName#context}
   */
  public DkimKey(
      MailboxId mailbox, KeyName name, String publicKey, byte[] sealedKey, Instant createdAt) {
    this.mailbox = mailbox.value();
    this.domain = name.domain();
    this.selector = name.selector();
    this.publicKey = publicKey;
    this.sealedKey = sealedKey.clone();
    this.createdAt = createdAt;
    state = DkimKeyState.PREPARED;
  }

  /** Signs from now on. */
  public void sign(Instant now) {
    state = DkimKeyState.SIGNING;
    signsSince = now;
    replacedAt = null;
  }

  /** Signs no more. */
  public void replace(Instant now) {
    state = DkimKeyState.REPLACED;
    replacedAt = now;
  }

  public MailboxId mailbox() {
    return new MailboxId(mailbox);
  }

  public KeyName name() {
    return new KeyName(domain, selector);
  }

  public DkimKeyState state() {
    return state;
  }

  public String publicKey() {
    return publicKey;
  }

  public byte[] sealedKey() {
    return sealedKey.clone();
  }

  /**
   * @param senderDomain the domain of the mailbox's sender now
   */
  public DkimKeyView view(String senderDomain) {
    return new DkimKeyView(
        domain,
        selector,
        state,
        name().record(),
        new KeyRecord(publicKey).text(),
        domain.equals(senderDomain),
        createdAt,
        signsSince,
        replacedAt);
  }

  @Override
  public String toString() {
    return "key %d of mailbox %d, %s %s, version %d".formatted(id, mailbox, name(), state, version);
  }
}
