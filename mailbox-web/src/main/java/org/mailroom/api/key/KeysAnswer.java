package org.mailroom.api.key;

import java.time.Instant;
import java.util.List;
import org.mailroom.vault.KeyPurpose;
import org.mailroom.vault.KeyView;
import org.mailroom.vault.KeysView;

/**
 * The keys in JSON.
 *
 * @param ok whether every secret can be opened
 * @param trouble why the master key cannot be read, or null
 */
public record KeysAnswer(
    boolean ok,
    String source,
    boolean writable,
    String trouble,
    long lostSecrets,
    List<Key> keys,
    RotationAnswer rotation) {

  /** One key, by its name. */
  public record Key(
      String id, KeyPurpose purpose, boolean present, boolean atHand, Instant since, long secrets) {
    static Key of(KeyView key) {
      return new Key(
          key.id().value(), key.purpose(), key.present(), key.atHand(), key.since(), key.secrets());
    }
  }

  static KeysAnswer of(KeysView keys) {
    return new KeysAnswer(
        keys.status().isWell(),
        keys.source(),
        keys.writable(),
        keys.status().trouble(),
        keys.status().lostSecrets(),
        keys.keys().stream().map(Key::of).toList(),
        RotationAnswer.of(keys.rotation(), keys.source()));
  }
}
