package org.mailroom.api.mailbox;

import java.time.Instant;
import java.util.List;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.watch.MailboxHealthView;

/** How a mailbox fares, in JSON. */
public record MailboxHealthAnswer(
    MailboxStatus status,
    Instant lastSuccess,
    Instant lastErrorAt,
    String lastError,
    Trouble lastErrorClass,
    Instant nextTry,
    long queued,
    long failed,
    long received,
    List<Ending> expiries) {

  /** Something that runs out. */
  public record Ending(Expiry.Kind kind, String what, Instant at) {}

  /**
   * @param health null of a mailbox that has just been deleted
   */
  static MailboxHealthAnswer of(MailboxHealthView health) {
    return health == null
        ? null
        : new MailboxHealthAnswer(
            health.status(),
            health.lastSuccess(),
            health.lastErrorAt(),
            health.lastError(),
            health.lastErrorClass(),
            health.nextTry(),
            health.queued(),
            health.failed(),
            health.received(),
            health.expiries().stream()
                .map(ending -> new Ending(ending.kind(), ending.what(), ending.at()))
                .toList());
  }
}
