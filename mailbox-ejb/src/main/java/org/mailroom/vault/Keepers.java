package org.mailroom.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.vault.model.Rotation;

/** All who keep sealed secrets, in an order of their own. */
@ApplicationScoped
class Keepers {
  private static final Logger LOG = System.getLogger(Keepers.class.getName());
  private static final int AT_ONCE = 500;

  @Inject @Any Instance<SealedValues> found;

  private List<SealedValues> known;

  Keepers() {}

  Keepers(List<SealedValues> known) {
    this.known = known;
  }

  /** By kind. */
  List<SealedValues> all() {
    List<SealedValues> keepers = known == null ? found.stream().toList() : known;
    return keepers.stream().sorted(Comparator.comparing(SealedValues::kind)).toList();
  }

  /**
   * The keeper of a kind, or whoever comes after it; the first for null.
   *
   * @return empty after the last
   */
  Optional<SealedValues> from(String kind) {
    return all().stream()
        .filter(keeper -> kind == null || keeper.kind().compareTo(kind) >= 0)
        .findFirst();
  }

  Optional<SealedValues> after(String kind) {
    return all().stream().filter(keeper -> keeper.kind().compareTo(kind) > 0).findFirst();
  }

  /** Begins to seal everything under the present key. */
  void begin(Rotation rotation, MasterKey key, String by, Instant now) {
    long secrets = secretsUnder(key.old());
    rotation.begin(key.present(KeyPurpose.SEAL), by, now, secrets);
    LOG.log(Level.INFO, "vault.rotation state=RESEALING secrets={0}", secrets);
  }

  /** How many secrets still need one of these keys. */
  long secretsUnder(Set<KeyId> keys) {
    return census().entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many secrets are sealed under each key. */
  Map<KeyId, Long> census() {
    Map<KeyId, Long> secretsByKey = new HashMap<>();
    all().forEach(keeper -> count(keeper, secretsByKey));
    return secretsByKey;
  }

  private static void count(SealedValues keeper, Map<KeyId, Long> secretsByKey) {
    List<SealedValue> part = keeper.after(0, AT_ONCE);
    while (!part.isEmpty()) {
      for (SealedValue value : part) {
        KeyId.ofSealed(value.sealed()).ifPresent(key -> secretsByKey.merge(key, 1L, Long::sum));
      }
      part = keeper.after(part.get(part.size() - 1).id(), AT_ONCE);
    }
  }
}
