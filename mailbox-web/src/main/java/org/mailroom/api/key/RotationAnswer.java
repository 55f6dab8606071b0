package org.mailroom.api.key;

import java.time.Instant;
import org.mailroom.vault.RotationState;
import org.mailroom.vault.RotationView;

/**
 * A change of keys in JSON.
 *
 * @param next what the operator must do, or null
 */
public record RotationAnswer(
    RotationState state,
    String key,
    String startedBy,
    Instant startedAt,
    long total,
    long done,
    long lost,
    int percent,
    Instant finishedAt,
    String next) {

  static RotationAnswer of(RotationView rotation, String source) {
    return new RotationAnswer(
        rotation.state(),
        rotation.key() == null ? null : rotation.key().value(),
        rotation.startedBy(),
        rotation.startedAt(),
        rotation.total(),
        rotation.done(),
        rotation.lost(),
        rotation.percent(),
        rotation.finishedAt(),
        next(rotation, source));
  }

  private static String next(RotationView rotation, String source) {
    if (rotation.handedOver() == null) {
      return null;
    }
    String set =
        "Put the content of %s into %s on every node, restart each, "
            .formatted(rotation.handedOver(), source);
    return rotation.state() == RotationState.WAITING
        ? set + "then call POST /api/v1/keys/rotation again."
        : set + "to be rid of the old key; then delete that file.";
  }
}
