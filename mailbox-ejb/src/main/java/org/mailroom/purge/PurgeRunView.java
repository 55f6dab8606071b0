package org.mailroom.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a purge has come.
 *
 * @param by who began it; {@code system} for the nightly one
 * @param total how much there was to remove when it began
 * @param done how much is removed
 * @param freed bytes of mail that are removed
 * @param endedAt null while it runs
 * @param trouble why it failed; else null
 */
public record PurgeRunView(
    long id,
    String by,
    Instant startedAt,
    PurgeState state,
    long total,
    long done,
    long freed,
    Instant endedAt,
    String trouble) {
  public boolean running() {
    return endedAt == null;
  }

  public int percent() {
    return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
  }

  /** How many are removed in a second, so far. */
  public double rate(Instant now) {
    Instant end = endedAt == null ? now : endedAt;
    return done * 1000.0 / Math.max(1, Duration.between(startedAt, end).toMillis());
  }

  /** When it ends at this rate; empty if that cannot be told. */
  public Optional<Instant> endsAbout(Instant now) {
    if (endedAt != null || done == 0) {
      return Optional.empty();
    }
    long seconds = Math.round(Math.max(0, total - done) / rate(now));
    return Optional.of(now.plusSeconds(seconds));
  }
}
