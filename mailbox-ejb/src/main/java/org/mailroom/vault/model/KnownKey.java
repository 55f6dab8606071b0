package org.mailroom.vault.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mailroom.vault.KeyId;
import org.mailroom.vault.KeyPurpose;

/** A key that this database has known, by its name alone. */
@Entity
@Table(name = "vault_key")
public class KnownKey {
  @Id private String name;

  @Enumerated(EnumType.STRING)
  private KeyPurpose purpose;

  @Column(name = "key_id")
  private String key;

  private Instant since;

  protected KnownKey() {}

  public KnownKey(KeyPurpose purpose, KeyId key, Instant since) {
    this.name = nameOf(purpose, key);
    this.purpose = purpose;
    this.key = key.value();
    this.since = since;
  }

  public static String nameOf(KeyPurpose purpose, KeyId key) {
    return purpose + ":" + key;
  }

  public KeyPurpose purpose() {
    return purpose;
  }

  public KeyId key() {
    return new KeyId(key);
  }

  public Instant since() {
    return since;
  }
}
