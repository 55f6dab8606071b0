package org.mailroom.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.delivery.Allowances.Grant;
import org.mailroom.environment.NodeId;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.SendingLimits;
import org.mailroom.outbox.Lane;

/**
 * What may be sent through a lane's mailbox by all nodes together: messages a minute, and
 * connections. A lane without limits asks nobody. Thread-safe.
 */
final class LaneLimits {
  private static final System.Logger LOG = System.getLogger(LaneLimits.class.getName());

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Lane lane;
  private final NodeId node;
  private final MailboxAccess mailboxes;
  private final Allowances allowances;
  private final Clock clock;
  private volatile SendingLimits limits = SendingLimits.NONE;
  private volatile int share;
  private volatile long looked;
  private boolean delayed;
  private Instant told = Instant.MIN;

  LaneLimits(Lane lane, NodeId node, MailboxAccess mailboxes, Allowances allowances, Clock clock) {
    this.lane = lane;
    this.node = node;
    this.mailboxes = mailboxes;
    this.allowances = allowances;
    this.clock = clock;
  }

  /** How many messages may be sent now, of so many. */
  int take(int wanted, int connections) {
    look(connections);
    if (connections(connections) == 0) {
      delayed(clock.instant().plus(FRESH));
      return 0;
    }
    return limits.messagesAMinute().map(aMinute -> granted(wanted, aMinute)).orElse(wanted);
  }

  private int granted(int wanted, int aMinute) {
    Grant grant = allowances.take(lane, wanted, aMinute);
    if (grant.messages() == 0) {
      delayed(grant.next());
    } else {
      goesOn();
    }
    return grant.messages();
  }

  /** How many connections this node may have of so many, as it was at the last {@link #take}. */
  int connections(int most) {
    return limits.connections().isPresent() ? share : most;
  }

  private synchronized void look(int most) {
    long now = System.nanoTime();
    if (looked == 0 || now - looked > FRESH.toNanos()) {
      limits = lane.mailbox().map(mailboxes::limits).orElse(SendingLimits.NONE);
      share =
          limits
              .connections()
              .map(all -> allowances.connections(lane, node, most, all))
              .orElse(most);
      looked = now;
    }
  }

  private synchronized void goesOn() {
    delayed = false;
  }

  // the first time nothing may be due: a full batch was sent, and it was the last
  private synchronized void delayed(Instant until) {
    if (!delayed) {
      LOG.log(System.Logger.Level.INFO, "lane={0} state=DELAYED_BY_LIMIT", lane);
    } else if (until.isAfter(told)) {
      told = until;
      lane.mailbox().ifPresent(mailbox -> mailboxes.limited(mailbox, until));
    }
    delayed = true;
  }

  /** What was taken and not used. */
  void giveBack(int unused) {
    if (unused > 0 && limits.messagesAMinute().isPresent()) {
      allowances.giveBack(lane, unused);
    }
  }
}
