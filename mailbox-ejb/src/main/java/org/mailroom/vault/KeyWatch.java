package org.mailroom.vault;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.vault.jpa.KeyRecords;

/** Looks whether the keys at hand open what the database holds. */
@Stateless
@Allowed(Role.AUDITOR)
public class KeyWatch {
  @Inject Keyring keyring;
  @Inject Keepers keepers;
  @Inject KeyRecords records;
  @Inject KeyHealth health;
  @Inject Clock clock;

  /** Reads every sealed value once; not for each page. */
  public KeyStatus look() {
    MasterKey key = keyring.freshKey();
    remember(key);
    KeyStatus status = status(key, keepers.census());
    health.found(status);
    return status;
  }

  private void remember(MasterKey key) {
    if (keyring.trouble().isEmpty()) {
      Instant now = clock.instant();
      for (KeyPurpose purpose : KeyPurpose.values()) {
        key.ids(purpose).forEach(id -> records.know(purpose, id, now));
      }
    }
  }

  private KeyStatus status(MasterKey key, Map<KeyId, Long> secretsByKey) {
    Set<KeyId> lost = new HashSet<>(secretsByKey.keySet());
    key.ids(KeyPurpose.SEAL).forEach(lost::remove);
    long secrets = lost.stream().mapToLong(secretsByKey::get).sum();
    return new KeyStatus(keyring.trouble().orElse(null), secrets);
  }
}
