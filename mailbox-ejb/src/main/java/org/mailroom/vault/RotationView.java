package org.mailroom.vault;

import java.time.Instant;

/**
 * The change of keys that is under way, or was the last.
 *
 * @param key the new key; null if there has never been a change
 * @param total how many secrets were to be sealed anew
 * @param done how many are
 * @param lost how many cannot be opened by any key at hand, and so stay as they are
 * @param handedOver the file with what the operator must set next, where the key is not ours to
 *     write; else null
 */
public record RotationView(
    RotationState state,
    KeyId key,
    String startedBy,
    Instant startedAt,
    long total,
    long done,
    long lost,
    Instant finishedAt,
    String handedOver) {

  /** Whether it goes on by itself. */
  public boolean isRunning() {
    return state == RotationState.RESEALING || state == RotationState.SETTLING;
  }

  public int percent() {
    if (state != RotationState.RESEALING) {
      return isRunning() || state == RotationState.FINISHED ? 100 : 0;
    }
    return total == 0 ? 0 : (int) Math.min(99, 100 * (done + lost) / total);
  }
}
