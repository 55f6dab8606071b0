package org.mailroom.delivery;

import java.time.Duration;
import java.util.Optional;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.Provider;
import org.mailroom.outbox.Lane;

/** What the provider of a lane's mailbox takes: messages a minute, and connections. Thread-safe. */
final class LaneLimits {
  private static final System.Logger LOG = System.getLogger(LaneLimits.class.getName());

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Lane lane;
  private final MailboxAccess mailboxes;
  private final Allowances allowances;
  private volatile Optional<Provider.Limits> limits = Optional.empty();
  private volatile long looked;
  private volatile boolean delayed;

  LaneLimits(Lane lane, MailboxAccess mailboxes, Allowances allowances) {
    this.lane = lane;
    this.mailboxes = mailboxes;
    this.allowances = allowances;
  }

  /** How many messages may be sent now, of so many; a lane without limits asks nobody. */
  int take(int wanted) {
    look();
    int granted =
        limits.map(l -> allowances.take(lane, wanted, l.messagesAMinute())).orElse(wanted);
    tell(granted == 0);
    return granted;
  }

  private void look() {
    long now = System.nanoTime();
    if (looked == 0 || now - looked > FRESH.toNanos()) {
      limits = lane.mailbox().flatMap(mailboxes::limits);
      looked = now;
    }
  }

  private void tell(boolean delayedNow) {
    if (delayedNow && !delayed) {
      LOG.log(System.Logger.Level.INFO, "lane={0} state=DELAYED_BY_LIMIT", lane);
    }
    delayed = delayedNow;
  }

  /** What was taken and not used. */
  void giveBack(int unused) {
    if (unused > 0 && limits.isPresent()) {
      allowances.giveBack(lane, unused);
    }
  }

  /** How many connections a node may have of so many. */
  int connections(int most) {
    return limits.map(l -> Math.min(most, l.connections())).orElse(most);
  }
}
