package org.mailroom.api.people;

import java.time.Instant;
import org.mailroom.lockout.Counted;
import org.mailroom.lockout.LockOutView;

/**
 * Failed log-ins in JSON.
 *
 * @param who null for a log-in that nobody has
 * @param lockedUntil null if the next try is heard at once
 */
public record LockOutAnswer(
    String key,
    Counted counted,
    String who,
    long failures,
    Instant lastFailure,
    Instant lockedUntil) {
  static LockOutAnswer of(LockOutView view) {
    return new LockOutAnswer(
        view.key(),
        view.counted(),
        view.who().orElse(null),
        view.failures(),
        view.lastFailure(),
        view.lockedUntil().orElse(null));
  }
}
