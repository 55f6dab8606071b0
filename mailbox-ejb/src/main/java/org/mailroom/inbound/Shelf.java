package org.mailroom.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Ledger;
import org.mailroom.inbound.model.Ledger.Undone;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;

/**
 * Where one reader puts down what it has read: each call is one transaction, and none goes through
 * without the lease of the mailbox.
 */
final class Shelf {
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final int DONE_AT_ONCE = 200;

  private final Transactions transactions;
  private final Cursors cursors;
  private final Ledger ledger;
  private final Clock clock;

  Shelf(Transactions transactions, Cursors cursors, Ledger ledger, Clock clock) {
    this.transactions = transactions;
    this.cursors = cursors;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Takes the lease of a mailbox; empty if it is not due or somebody else reads it. */
  Optional<Lease> lease(MailboxId mailbox, NodeId node) {
    Instant now = clock.instant();
    return transactions.call(
        () ->
            cursors
                .lock(mailbox)
                .filter(cursor -> cursor.leasable(now, node))
                .map(cursor -> cursor.lease(node, now.plus(LEASE))));
  }

  /** Begins to read a place, and tells where to go on. */
  Cursor enter(Lease lease, Place place, Account account) {
    return transactions.call(
        () -> {
          Cursor cursor = cursors.hold(lease);
          cursor.enter(place, account);
          return cursor;
        });
  }

  /** The numbers of the place begin anew: goes through it once more. */
  Cursor beginAnew(Lease lease) {
    return transactions.call(
        () -> {
          Cursor cursor = cursors.hold(lease);
          cursor.beginAnew();
          return cursor;
        });
  }

  /** Changes the cursor of a lease. */
  void move(Lease lease, Consumer<Cursor> change) {
    transactions.run(() -> change.accept(cursors.hold(lease)));
  }

  /** The listed mail that is not stored or skipped yet. */
  List<Listed> fresh(Lease lease, Place place, List<Listed> listed) {
    List<String> uids = listed.stream().map(Listed::uid).toList();
    Set<String> known = transactions.call(() -> ledger.known(lease.mailbox(), place, uids));
    return listed.stream().filter(mail -> !known.contains(mail.uid())).toList();
  }

  /**
   * Stores a batch whole, and moves the cursor past it.
   *
   * @param recovered the mail of it that failed before
   */
  void store(
      Lease lease,
      List<Arrival> arrivals,
      Collection<String> skipped,
      Collection<String> recovered,
      long position) {
    Instant now = clock.instant();
    transactions.run(
        () -> {
          Cursor cursor = cursors.hold(lease);
          ledger.skip(lease.mailbox(), cursor.place(), skipped);
          ledger.recovered(lease.mailbox(), cursor.place(), recovered);
          store(cursor, arrivals, now);
          cursor.advance(position, now.plus(LEASE));
        });
  }

  /** One question for all, as each one between them would send the rows before it by themselves. */
  private void store(Cursor cursor, List<Arrival> arrivals, Instant now) {
    List<String> asked = arrivals.stream().map(it -> it.header().fingerprint()).toList();
    Set<String> seen = new HashSet<>(ledger.received(cursor.mailbox(), asked));
    for (Arrival arrival : arrivals) {
      boolean again = !seen.add(arrival.header().fingerprint());
      store(cursor, arrival, again, now);
    }
  }

  private void store(Cursor cursor, Arrival arrival, boolean again, Instant now) {
    Optional<ReceivedMail> before = again ? elsewhere(cursor, arrival) : Optional.empty();
    if (before.isPresent()) {
      before.get().movedTo(cursor.place(), arrival.listed().uid());
      return;
    }
    ReceivedMail mail = new ReceivedMail(cursor.mailbox(), cursor.place(), arrival, now);
    if (again && mail.state() == ReceivedState.STORED && recognizable(arrival)) {
      mail.settle(Outcome.ignored("The same mail (Message-ID and content) was received before."));
    }
    ledger.add(mail, arrival.raw());
  }

  /** A place that is scanned anew holds mail that was read there under another number. */
  private Optional<ReceivedMail> elsewhere(Cursor cursor, Arrival arrival) {
    return cursor.scanning()
        ? ledger.elsewhere(cursor.mailbox(), cursor.place(), arrival.header())
        : Optional.empty();
  }

  /** Without a Message-ID two mails may look the same and yet be two. */
  private static boolean recognizable(Arrival arrival) {
    return !arrival.header().messageId().isEmpty();
  }

  /** Some of the stored mail to which something is to be done on the server. */
  List<Undone> undone(Lease lease, Place place, boolean settled, long afterId) {
    return transactions.call(
        () -> ledger.undone(lease.mailbox(), place, settled, afterId, DONE_AT_ONCE));
  }

  void marked(Lease lease, Place place, List<String> uids) {
    noted(lease, place, uids, some -> ledger.marked(lease.mailbox(), place, some));
  }

  void tried(Lease lease, Place place, List<String> uids) {
    noted(lease, place, uids, some -> ledger.tried(lease.mailbox(), place, some));
  }

  /**
   * To wait for those few that are being processed with all others in hand would leave nothing to
   * process.
   */
  private void noted(
      Lease lease, Place place, List<String> uids, Consumer<Collection<String>> note) {
    List<String> busy = new ArrayList<>(uids);
    transactions.run(
        () -> {
          Set<String> free = ledger.free(lease.mailbox(), place, uids);
          busy.removeAll(free);
          noted(free, note);
        });
    transactions.run(() -> noted(busy, note));
  }

  private static void noted(Collection<String> uids, Consumer<Collection<String>> note) {
    if (!uids.isEmpty()) {
      note.accept(uids);
    }
  }

  /** The mail that failed before and is not stored yet, and how often it did alone. */
  Map<String, Integer> stumbles(Lease lease, Place place) {
    return transactions.call(() -> ledger.stumbles(lease.mailbox(), place));
  }

  /** Notes that a batch failed. */
  void stumbled(Lease lease, List<Listed> batch) {
    List<String> uids = batch.stream().map(Listed::uid).toList();
    transactions.run(
        () -> {
          Place place = cursors.hold(lease).place();
          ledger.stumbled(lease.mailbox(), place, uids, batch.size() == 1);
        });
  }
}
