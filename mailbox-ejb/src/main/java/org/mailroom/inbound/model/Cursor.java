package org.mailroom.inbound.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.environment.NodeId;
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
  /** A mail that cannot be fetched or stored so often is given up: it must not stop the others. */
  static final int GIVE_UP_AFTER = 5;

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

  @Column(name = "stumbled_uid")
  private String stumbledUid;

  private int stumbles;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_token")
  private long leaseToken;

  @Column(name = "lease_until")
  private Instant leaseUntil;

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
    if (now.value().equals(place)) {
      return;
    }
    baseline = baselineIn(now, account);
    place = now.value();
    position = 0;
    scanning = true;
    passed();
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
    position = Math.max(position, to);
    leaseUntil = leasedUntil;
    passed();
  }

  private void passed() {
    stumbledUid = null;
    stumbles = 0;
  }

  /** A batch that begins with this mail could not be fetched or stored. */
  public void stumble(String uid) {
    stumbles = uid.equals(stumbledUid) ? stumbles + 1 : 1;
    stumbledUid = uid;
  }

  /** Whether to go mail by mail, so as to find the one that is to blame. */
  public boolean stumbling() {
    return stumbles > 0;
  }

  public boolean givesUp(String uid) {
    return stumbles >= GIVE_UP_AFTER && uid.equals(stumbledUid);
  }

  /** All mail that was listed is stored. */
  public void caughtUp(long to, Instant startedAt) {
    position = Math.max(position, to);
    scanning = false;
    readAt = startedAt;
  }

  /** Ends a turn that went well; whoever asked for a reading meanwhile gets it at once. */
  public void rest(Instant startedAt, Instant next) {
    failures = 0;
    leave(startedAt, next);
  }

  public void failed(Instant startedAt, Instant next) {
    failures++;
    leave(startedAt, next);
  }

  private void leave(Instant startedAt, Instant next) {
    nextDue = nextDue.isAfter(startedAt) ? nextDue : next;
    leaseOwner = null;
    leaseUntil = null;
  }
}
