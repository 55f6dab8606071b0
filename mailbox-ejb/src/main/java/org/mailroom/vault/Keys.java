package org.mailroom.vault;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.vault.jpa.KeyRecords;
import org.mailroom.vault.model.KnownKey;
import org.mailroom.vault.model.Rotation;

/**
 * The keys under which secrets are sealed, and the change of them in the running system. Never
 * tells a key, only its name.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed(Role.AUDITOR)
public class Keys {
  @Inject Keyring keyring;
  @Inject Keepers keepers;
  @Inject KeyRecords records;
  @EJB KeyWatch watch;
  @Inject KeyHealth health;
  @EJB Audit audit;
  @Inject Clock clock;

  /** The keys and how many secrets are under each; reads every sealed value once. */
  public KeysView view() {
    KeyStatus status = watch.look();
    return new KeysView(
        keyring.sourceName(), keyring.isWritable(), status, keys(), records.rotation().view());
  }

  private List<KeyView> keys() {
    List<KeyView> keys = new ArrayList<>(keys(KeyPurpose.SEAL, keepers.census()));
    keys.addAll(keys(KeyPurpose.SIGN, Map.of()));
    return keys;
  }

  private List<KeyView> keys(KeyPurpose purpose, Map<KeyId, Long> secrets) {
    Map<KeyId, Instant> since = new HashMap<>();
    MasterKey key = keyring.key();
    Set<KeyId> all = new LinkedHashSet<>(List.of(key.present(purpose)));
    for (KnownKey known : records.known()) {
      if (known.purpose() == purpose) {
        since.put(known.key(), known.since());
        all.add(known.key());
      }
    }
    all.addAll(secrets.keySet());
    return all.stream().map(id -> view(id, purpose, key, since, secrets)).toList();
  }

  private static KeyView view(
      KeyId id,
      KeyPurpose purpose,
      MasterKey key,
      Map<KeyId, Instant> since,
      Map<KeyId, Long> secrets) {
    return new KeyView(
        id,
        purpose,
        id.equals(key.present(purpose)),
        key.ids(purpose).contains(id),
        since.get(id),
        secrets.getOrDefault(id, 0L));
  }

  /** Whether all secrets can be opened, as of the last look; costs nothing. */
  @Allowed({Role.AUDITOR, Role.OPERATOR, Role.CONTRACT_MANAGER})
  public KeyStatus status() {
    return health.last();
  }

  /** How far the change of keys has come. */
  public RotationView rotation() {
    return records.rotation().view();
  }

  /**
   * Begins a change of keys: secrets are sealed under a new one, and the old one is dropped when
   * none needs it. Where the key is not ours to write, the new one is left in a file for the
   * operator ({@link RotationView#handedOver}), and the call that follows begins.
   *
   * @throws RotationRefused if one is under way, or the operator's part is not done
   * @throws NoMasterKey if the present key cannot be read
   */
  @Allowed
  public RotationView rotate() {
    Rotation rotation = records.lockedRotation();
    if (rotation.view().isRunning()) {
      throw RotationRefused.running();
    }
    MasterKey key = keyring.freshKey();
    keyring.trouble().ifPresent(NoMasterKey::refuse);
    if (keyring.isWritable()) {
      keyring.add();
      begin(rotation, key.present(KeyPurpose.SEAL));
    } else if (isTakenOver(rotation, key)) {
      begin(rotation, null);
    } else {
      handOver(rotation, key);
    }
    return rotation.view();
  }

  private static boolean isTakenOver(Rotation rotation, MasterKey key) {
    return rotation.state() == RotationState.WAITING
        && key.present(KeyPurpose.SEAL).equals(rotation.view().key());
  }

  private void begin(Rotation rotation, KeyId before) {
    keepers.begin(rotation, keyring.freshKey(), audit.caller(), clock.instant());
    audit.changed(
        "key.rotation_started",
        "master key",
        List.of(Change.of("sealingKey", before, rotation.view().key())));
    watch.look();
  }

  private void handOver(Rotation rotation, MasterKey key) {
    String file = rotation.view().handedOver();
    if (rotation.state() == RotationState.WAITING && Files.exists(Path.of(file))) {
      throw RotationRefused.waiting(keyring.sourceName(), file);
    }
    MasterKey next = key.rotated();
    Path written = keyring.handOver(next);
    KeyId id = next.present(KeyPurpose.SEAL);
    rotation.handedOver(id, audit.caller(), clock.instant(), written.toString());
    audit.note("key.handed_over", "master key", "key=" + id + " file=" + written);
  }
}
