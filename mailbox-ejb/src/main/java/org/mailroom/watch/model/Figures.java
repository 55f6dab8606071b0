package org.mailroom.watch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;

/**
 * What is counted of a mailbox.
 *
 * @param restsUntil until when it is left alone after a failure; null for not at all
 * @param readNext when it is read next; null if it never is
 * @param sentNext when the first of its waiting messages is due; null if none waits
 */
public record Figures(
    MailboxId mailbox,
    Trouble lastErrorClass,
    Instant restsUntil,
    Instant readNext,
    Instant sentNext,
    long queued,
    long failed,
    long received) {
  // a mailbox that nobody takes mail from keeps the date at which it was due for the last time
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);

  /** When it is tried next, if it is active. */
  public Optional<Instant> nextTry(boolean active, Instant now) {
    if (!active) {
      return Optional.empty();
    }
    return sentNext == null
        ? Optional.ofNullable(readNext).filter(next -> next.isAfter(now.minus(FORGOTTEN)))
        : Stream.of(Optional.of(sentNext), Optional.ofNullable(restsUntil))
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
  }
}
