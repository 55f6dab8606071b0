package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.inbound.mime.HeaderReader;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Account;

/**
 * One turn of one mailbox: lists what is new, fetches and stores it batch by batch, and marks on
 * the server what is stored, in this order, so that a crash at any point loses and repeats nothing.
 */
final class MailboxTurn {
  /** A long catch-up gives way to other mailboxes now and then. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final System.Logger LOG = System.getLogger(MailboxTurn.class.getName());

  private final Shelf shelf;
  private final Clock clock;
  private final Lease lease;
  private final MailSource source;
  private final Runnable stored;
  private String refusal;

  /**
   * @param stored is run after each batch
   */
  MailboxTurn(Shelf shelf, Clock clock, Lease lease, MailSource source, Runnable stored) {
    this.shelf = shelf;
    this.clock = clock;
    this.lease = lease;
    this.source = source;
    this.stored = stored;
  }

  /** Returns whether all there was has been read. */
  boolean run(Account account) {
    Instant startedAt = clock.instant();
    Cursor cursor = shelf.enter(lease, source.place(), account);
    List<Listed> listed = source.list(cursor.position());
    boolean all = read(cursor, wanted(cursor, listed), startedAt.plus(LONGEST));
    if (all) {
      long end = listed.stream().mapToLong(Listed::position).max().orElse(0);
      shelf.move(lease, it -> it.caughtUp(end, startedAt));
    }
    mark();
    return all;
  }

  /** Why the last mail of this turn that was not taken whole was not; empty if all were. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  private List<Listed> wanted(Cursor cursor, List<Listed> listed) {
    List<Listed> recent = listed.stream().filter(it -> !leftOut(cursor, it.arrivedAt())).toList();
    return shelf.fresh(lease, source.place(), recent);
  }

  private static boolean leftOut(Cursor cursor, Optional<Instant> arrivedAt) {
    return arrivedAt.filter(cursor::leavesOut).isPresent();
  }

  private boolean read(Cursor cursor, List<Listed> mails, Instant until) {
    var batches = cursor.stumbling() ? Batches.single(mails) : Batches.of(mails);
    for (List<Listed> batch : batches) {
      if (clock.instant().isAfter(until)) {
        return false;
      }
      readOrStumble(cursor, batch);
      stored.run();
    }
    return true;
  }

  private void readOrStumble(Cursor cursor, List<Listed> batch) {
    try {
      read(cursor, batch);
    } catch (RuntimeException e) {
      shelf.move(lease, it -> it.stumble(batch.get(0).uid()));
      throw e;
    }
  }

  private void read(Cursor cursor, List<Listed> batch) {
    List<Listed> taken = new ArrayList<>(batch);
    taken.removeIf(mail -> cursor.scanning() && tooOld(cursor, mail));
    List<Arrival> arrivals = arrivals(cursor, taken);
    List<String> skipped =
        batch.stream().filter(mail -> !taken.contains(mail)).map(Listed::uid).toList();
    shelf.store(lease, arrivals, skipped, batch.get(batch.size() - 1).position());
    log(arrivals.size(), skipped.size());
  }

  private void log(int mails, int skipped) {
    LOG.log(
        Level.INFO,
        () ->
            "inbound.stored mailbox=%s mails=%d skipped=%d"
                .formatted(lease.mailbox(), mails, skipped));
  }

  /** Where listing tells no time of arrival, the mail itself is asked. */
  private boolean tooOld(Cursor cursor, Listed mail) {
    return mail.arrivedAt().isEmpty() && leftOut(cursor, source.arrival(mail));
  }

  private List<Arrival> arrivals(Cursor cursor, List<Listed> taken) {
    List<Listed> whole =
        taken.stream()
            .filter(mail -> !Batches.tooLarge(mail.size()) && !cursor.givesUp(mail.uid()))
            .toList();
    Map<String, byte[]> fetched = whole.isEmpty() ? Map.of() : source.fetch(whole);
    List<Listed> gone = new ArrayList<>(whole);
    gone.removeIf(mail -> fetched.containsKey(mail.uid()));
    return taken.stream()
        .filter(mail -> !gone.contains(mail))
        .map(mail -> arrival(mail, Optional.ofNullable(fetched.get(mail.uid()))))
        .toList();
  }

  private Arrival arrival(Listed mail, Optional<byte[]> fetched) {
    // what a server says of a size need not be true
    return fetched
        .filter(raw -> !Batches.tooLarge(raw.length))
        .map(raw -> arrival(mail, raw, Optional.empty()))
        .orElseGet(() -> headerOnly(mail, fetched.map(raw -> (long) raw.length)));
  }

  private Arrival headerOnly(Listed mail, Optional<Long> realSize) {
    long size = realSize.orElse(mail.size());
    String what =
        Batches.tooLarge(size)
            ? Batches.tooLargeWords(size)
            : "The mail could not be fetched and stored in several tries.";
    refusal = what + " It is unread in the mailbox; only its header is kept here.";
    return arrival(mail, headerIfAny(mail), Optional.of(refusal));
  }

  private byte[] headerIfAny(Listed mail) {
    try {
      return source.header(mail);
    } catch (SourceTrouble e) {
      return new byte[0];
    }
  }

  private static Arrival arrival(Listed mail, byte[] raw, Optional<String> refusal) {
    return new Arrival(mail, HeaderReader.read(raw), raw, refusal);
  }

  private void mark() {
    List<String> uids = shelf.unmarked(lease, source.place());
    while (!uids.isEmpty()) {
      source.markRead(uids);
      shelf.marked(lease, source.place(), uids);
      uids = shelf.unmarked(lease, source.place());
    }
  }
}
