package org.mailroom.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All who keep sealed secrets, in an order of their own. */
@ApplicationScoped
class Keepers {
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
