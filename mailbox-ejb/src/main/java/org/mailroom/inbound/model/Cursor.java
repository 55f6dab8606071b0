package org.mailroom.inbound.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.ReaderView;
import org.mailroom.inbound.WhyNoIdle;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;

/**
 * How far a mailbox has been read, when it is read next, and who reads it.
 *
 * <p>Changed only while its row is locked.
 */
@Entity
@Table(name = "inbound_cursor")
public class Cursor {
  // INTERNALDATE and Received know whole seconds; the other second is for clocks
  private static final Duration SLACK = Duration.ofSeconds(2);
  // between our clock and a mail server's; what is read twice within it is known by its fingerprint
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  @Id
  @Column(name = "mailbox_id")
  private Long mailbox;

  private String place;

  @Column(name = "last_uid")
  private long position;

  @Column(name = "baseline_at")
  private Instant baseline;

  private boolean scanning;

  @Column(name = "read_at")
  private Instant readAt;

  @Column(name = "next_due")
  private Instant nextDue;

  private int failures;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_token")
  private long leaseToken;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "waits_since")
  private Instant waitsSince;

  @Enumerated(EnumType.STRING)
  @Column(name = "no_idle")
  private WhyNoIdle whyNoIdle;

  @Column(name = "looked_at")
  private Instant lookedAt;

  protected Cursor() {}

  public Cursor(MailboxId mailbox, Instant due) {
    this.mailbox = mailbox.value();
    this.nextDue = due;
  }

  public MailboxId mailbox() {
    return new MailboxId(mailbox);
  }

  public long position() {
    return position;
  }

  public int failures() {
    return failures;
  }

  public boolean leasable(Instant now) {
    return !nextDue.isAfter(now) && (leaseUntil == null || leaseUntil.isBefore(now));
  }

  /** The same for a node, which may always go on with what it holds itself. */
  public boolean leasable(Instant now, NodeId node) {
    return leasable(now) || (!nextDue.isAfter(now) && node.value().equals(leaseOwner));
  }

  public Lease lease(NodeId owner, Instant until) {
    leaseOwner = owner.value();
    leaseUntil = until;
    leaseToken++;
    return new Lease(mailbox(), leaseToken);
  }

  /** Goes on only if the lease is still ours. */
  public void require(Lease lease) {
    if (lease.token() != leaseToken || leaseUntil == null) {
      throw new LeaseLost(mailbox());
    }
  }

  public void due(Instant now) {
    nextDue = now;
  }

  /**
   * Begins to read a place. A place not seen before is scanned from its beginning, mail from before
   * the baseline left out: at first that is the activation; after a new UIDVALIDITY the same as
   * ever; after a change of server, user or folder the last time the old one was read.
   */
  public void enter(Place now, Account account) {
    if (place != null && now.sameNumbering(place())) {
      return;
    }
    baseline = baselineIn(now, account);
    scan(now);
  }

  /** The server gives out numbers again that it has given out before, with the same UIDVALIDITY. */
  public void beginAnew() {
    scan(place().begunAnew());
  }

  private void scan(Place now) {
    place = now.value();
    position = 0;
    scanning = true;
  }

  private Instant baselineIn(Place now, Account account) {
    if (account.readExisting()) {
      return Instant.EPOCH;
    }
    if (place == null || readAt == null) {
      return account.activeSince().minus(SLACK);
    }
    return now.sameFolder(new Place(place)) ? baseline : readAt.minus(CLOCK_SKEW);
  }

  public Place place() {
    return new Place(place);
  }

  /** Whether the place has not been gone through to its end yet. */
  public boolean scanning() {
    return scanning;
  }

  /** Whether mail that arrived then is left out. */
  public boolean leavesOut(Instant arrived) {
    return scanning && arrived.isBefore(baseline);
  }

  /** A batch up to a position is stored. */
  public void advance(long to, Instant leasedUntil) {
    pass(to);
    leaseUntil = leasedUntil;
  }

  /** All mail up to a position is stored or left out. */
  public void pass(long to) {
    position = Math.max(position, to);
  }

  /** All mail that was listed is stored. */
  public void caughtUp(long to, Instant startedAt) {
    pass(to);
    scanning = false;
    readAt = startedAt;
  }

  /**
   * Ends a turn that went well; whoever asked for a reading meanwhile gets it at once.
   *
   * @param why why its connection does not wait for news
   */
  public void rest(Instant startedAt, Instant next, WhyNoIdle why) {
    failures = 0;
    waitsSince = null;
    whyNoIdle = why;
    leave(startedAt, next);
  }

  /** The same, while a node keeps the connection and so the lease. */
  public void idle(Instant startedAt, Instant next, NodeId owner, Instant leasedUntil) {
    Instant since = waitsSince;
    rest(startedAt, next, null);
    waitsSince = since == null ? startedAt : since;
    leaseOwner = owner.value();
    leaseUntil = leasedUntil;
  }

  public void failed(Instant startedAt, Instant next) {
    failures++;
    waitsSince = null;
    leave(startedAt, next);
  }

  private void leave(Instant startedAt, Instant next) {
    nextDue = nextDue.isAfter(startedAt) ? nextDue : next;
    lookedAt = startedAt;
    leaseOwner = null;
    leaseUntil = null;
  }

  /**
   * What is done with the mailbox now.
   *
   * @param poll the usual time between two readings
   */
  public ReaderView view(Duration poll, Instant now) {
    boolean held = leaseUntil != null && leaseUntil.isAfter(now);
    boolean waits = held && waitsSince != null;
    return new ReaderView(
        waits ? ReaderView.Doing.WAITS : doing(held),
        Optional.ofNullable(waitsSince).filter(since -> waits),
        Optional.ofNullable(whyNoIdle).filter(why -> !waits),
        poll.toSeconds(),
        Optional.ofNullable(lookedAt),
        Optional.of(nextDue),
        Optional.ofNullable(leaseOwner).filter(owner -> held));
  }

  private ReaderView.Doing doing(boolean held) {
    if (held) {
      return ReaderView.Doing.READS;
    }
    return failures > 0 ? ReaderView.Doing.RETRIES : ReaderView.Doing.POLLS;
  }
}
