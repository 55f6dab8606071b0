package org.mailroom.vault;

import java.util.List;

/**
 * The master key as people may see it: never the key itself.
 *
 * @param source the file, or the variable
 * @param writable whether a new key is written there by us; if not, the operator puts it there
 * @param keys those that seal, then those that sign; the newest first
 */
public record KeysView(
    String source, boolean writable, KeyStatus status, List<KeyView> keys, RotationView rotation) {
  public KeysView {
    keys = List.copyOf(keys);
  }
}
