package org.mailroom.api.purge;

import java.time.Instant;
import org.mailroom.purge.PurgeRunView;
import org.mailroom.purge.PurgeState;

/**
 * A purge in JSON.
 *
 * @param rate removed in a second
 * @param endsAbout null once it has ended, and until that can be told
 */
public record PurgeRunAnswer(
    long id,
    String by,
    Instant startedAt,
    PurgeState state,
    long total,
    long done,
    int percent,
    long freed,
    long rate,
    Instant endsAbout,
    Instant endedAt,
    String trouble) {

  static PurgeRunAnswer of(PurgeRunView run, Instant now) {
    return new PurgeRunAnswer(
        run.id(),
        run.by(),
        run.startedAt(),
        run.state(),
        run.total(),
        run.done(),
        run.percent(),
        run.freed(),
        Math.round(run.rate(now)),
        run.endsAbout(now).orElse(null),
        run.endedAt(),
        run.trouble());
  }
}
