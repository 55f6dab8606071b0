package org.mailroom.lockout;

import java.time.Instant;
import java.util.Optional;

/**
 * Who has failed to log in of late.
 *
 * @param key names it, for {@link LockOuts#lift}
 * @param who the log-in or the address; empty for a log-in that nobody has
 * @param lockedUntil empty if the next try is heard at once
 */
public record LockOutView(
    String key,
    Counted counted,
    Optional<String> who,
    long failures,
    Instant lastFailure,
    Optional<Instant> lockedUntil) {}
