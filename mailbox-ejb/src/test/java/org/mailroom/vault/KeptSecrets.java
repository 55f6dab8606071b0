package org.mailroom.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Secrets in memory; a person may change one at any time. */
final class KeptSecrets implements SealedValues {
  private final String kind;
  private final Map<Long, SealedValue> valuesById = new TreeMap<>();
  private final List<Runnable> beforeNextReplace = new ArrayList<>();

  KeptSecrets(String kind) {
    this.kind = kind;
  }

  void keep(long id, byte[] sealed) {
    long version = valuesById.containsKey(id) ? valuesById.get(id).version() + 1 : 0;
    valuesById.put(id, new SealedValue(id, version, sealed, context(id)));
  }

  /** Something that happens between the look at a value and its replacement. */
  void meanwhile(Runnable change) {
    beforeNextReplace.add(change);
  }

  String context(long id) {
    return kind + ":" + id;
  }

  byte[] sealed(long id) {
    return valuesById.get(id).sealed();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<SealedValue> after(long id, int most) {
    return valuesById.values().stream().filter(v -> v.id() > id).limit(most).toList();
  }

  @Override
  public boolean replace(SealedValue seen, byte[] sealed) {
    List.copyOf(beforeNextReplace).forEach(Runnable::run);
    beforeNextReplace.clear();
    boolean same = valuesById.get(seen.id()).version() == seen.version();
    if (same) {
      valuesById.put(seen.id(), new SealedValue(seen.id(), seen.version(), sealed, seen.context()));
    }
    return same;
  }
}
