package org.mailroom.watch;

import java.time.Instant;
import java.util.List;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxStatus;

/**
 * How a mailbox fares.
 *
 * @param lastErrorClass what kind of failure the last one was; null if there was none
 * @param nextTry when it is read next, or its waiting mail is tried next; null if nothing is due
 * @param queued messages that wait to leave through it now
 * @param failed messages that failed for good within the last 24 hours
 * @param received mails read from it within the last 24 hours
 * @param expiries what it depends on and when that runs out, the soonest first
 */
public record MailboxHealthView(
    MailboxId mailbox,
    MailboxStatus status,
    Instant lastSuccess,
    Instant lastErrorAt,
    String lastError,
    Trouble lastErrorClass,
    Instant nextTry,
    long queued,
    long failed,
    long received,
    List<Expiry> expiries) {
  public MailboxHealthView {
    expiries = List.copyOf(expiries);
  }
}
