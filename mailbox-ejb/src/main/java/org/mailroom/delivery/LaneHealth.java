package org.mailroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.delivery.model.Breaker;
import org.mailroom.delivery.model.Pace;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;

/** How a lane's server is doing: holds back after trouble, and tells the mailbox. Thread-safe. */
final class LaneHealth {
  private static final System.Logger LOG = System.getLogger(LaneHealth.class.getName());

  private final Lane lane;
  private final MailboxAccess mailboxes;
  private final Clock clock;
  private final Breaker breaker = new Breaker();
  // that all is well need not be written down for each message
  private final Pace telling = new Pace(Duration.ofSeconds(30));
  private final Pace tellingRefusals = new Pace(Duration.ofSeconds(30));
  private boolean troubled = true;

  LaneHealth(Lane lane, MailboxAccess mailboxes, Clock clock) {
    this.lane = lane;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  boolean lets() {
    return breaker.lets(clock.instant());
  }

  /** The server may be tried at once, whatever was. */
  LaneHealth afresh() {
    breaker.worked();
    return this;
  }

  synchronized void worked() {
    Instant now = clock.instant();
    breaker.worked();
    if (telling.due(now) || troubled) {
      troubled = false;
      lane.mailbox().ifPresent(mailbox -> mailboxes.worked(mailbox, now));
    }
  }

  /** A message was refused; that says nothing about the next one. */
  synchronized void refused(String words) {
    Instant now = clock.instant();
    if (tellingRefusals.due(now)) {
      lane.mailbox().ifPresent(mailbox -> mailboxes.refused(mailbox, words, now));
    }
  }

  synchronized void failed(Trouble trouble) {
    Instant now = clock.instant();
    if (!breaker.lets(now)) {
      return; // another worker has just met the same trouble
    }
    troubled = true;
    breaker.failed(trouble.login() ? Breaker.AFTER_REFUSED_LOGIN : Breaker.AFTER_TROUBLE, now);
    LOG.log(System.Logger.Level.WARNING, "lane={0} trouble={1}", lane, trouble.kind());
    lane.mailbox().ifPresent(mailbox -> tell(mailbox, trouble, now));
  }

  private void tell(MailboxId mailbox, Trouble trouble, Instant now) {
    if (mailboxes.failed(mailbox, trouble.kind(), trouble.words(), now)) {
      // it starts afresh when a person resumes it
      breaker.worked();
      LOG.log(System.Logger.Level.WARNING, "lane={0} state=PAUSED", lane);
    } else {
      mailboxes.rests(mailbox, breaker.until());
    }
  }
}
