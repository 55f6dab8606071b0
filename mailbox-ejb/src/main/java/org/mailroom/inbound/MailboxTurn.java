package org.mailroom.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/**
 * One turn of one mailbox: lists what is new, fetches and stores it batch by batch, and marks on
 * the server, or moves or deletes there, what is stored, in this order, so that a crash at any
 * point loses and repeats nothing.
 *
 * <p>Mail that failed before comes last and one by one, so that it keeps none of the others back;
 * until all of it is stored the cursor stays before it.
 */
final class MailboxTurn {
  /** A long catch-up gives way to other mailboxes now and then. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Shelf shelf;
  private final Clock clock;
  private final Lease lease;
  private final MailSource source;
  private final BiFunction<BatchReader, ReadingBudget, BatchLine> lines;
  private final ReadingBudget budget;
  private final List<Listed> aside = new ArrayList<>();
  private BatchReader batches;
  private BatchLine line;
  private Aftercare aftercare;
  private Place place;
  private Instant until;
  private String trouble;

  /**
   * @param stored is run after each batch
   * @param budget of what is held in memory
   * @param storing on other threads
   */
  MailboxTurn(
      Shelf shelf,
      Clock clock,
      Lease lease,
      MailSource source,
      Runnable stored,
      ReadingBudget budget,
      Storing storing) {
    this.shelf = shelf;
    this.clock = clock;
    this.lease = lease;
    this.source = source;
    this.budget = budget;
    lines = (reader, room) -> new BatchLine(shelf, lease, reader, stored, room, storing);
  }

  /** Returns whether all there was has been read, but for mail that fails. */
  boolean run(Account account) {
    Instant startedAt = clock.instant();
    until = startedAt.plus(LONGEST);
    long from = enter(account);
    Optional<Long> end = readNew(from);
    aftercare.run();
    boolean more = !aside.isEmpty();
    boolean all = end.isPresent() && readAside();
    if (all && aside.isEmpty()) {
      shelf.move(lease, it -> it.caughtUp(end.orElseThrow(), startedAt));
      if (more) {
        aftercare.run();
      }
    }
    return all;
  }

  /**
   * Why the last mail of this turn that was not taken, or not whole, was not, or what could not be
   * done on the server.
   */
  Optional<String> refusal() {
    return Optional.ofNullable(trouble).or(batches::refusal).or(aftercare::trouble);
  }

  private long enter(Account account) {
    Cursor cursor = shelf.enter(lease, source.place(), account);
    if (source.beginsAnew(cursor.position())) {
      cursor = shelf.beginAnew(lease);
    }
    place = cursor.place();
    batches = batches(cursor, account.afterReading());
    line = lines.apply(batches, cursor.failures() > 0 ? budget.suspects() : budget);
    aftercare = new Aftercare(shelf, lease, source, place, account.afterReading());
    return cursor.position();
  }

  private BatchReader batches(Cursor cursor, AfterReading after) {
    boolean left = after.afterFailure() == ServerAction.LEAVE;
    return new BatchReader(shelf, lease, source, cursor, shelf.stumbles(lease, place), left);
  }

  /** Reads all mail that never failed; the position of the last mail, empty if time was over. */
  private Optional<Long> readNew(long from) {
    long end = from;
    List<Listed> page = source.list(end);
    while (!page.isEmpty()) {
      List<Listed> wanted = wanted(page);
      if (!readNew(wanted, end)) {
        return Optional.empty();
      }
      long before = end;
      end = page.stream().mapToLong(Listed::position).max().orElse(end);
      page = end > before ? source.list(end) : List.of();
    }
    return Optional.of(end);
  }

  private List<Listed> wanted(List<Listed> page) {
    List<Listed> recent = page.stream().filter(it -> !batches.leftOut(it.arrivedAt())).toList();
    return shelf.fresh(lease, place, recent);
  }

  private boolean readNew(List<Listed> wanted, long reached) {
    wanted.stream().filter(mail -> batches.stumbles(mail).isPresent()).forEach(aside::add);
    List<Listed> unsuspected =
        wanted.stream().filter(mail -> batches.stumbles(mail).isEmpty()).toList();
    if (!readBatches(Batches.of(unsuspected))) {
      return false;
    }
    if (timeIsOver()) {
      // of a folder full of old mail, too, each turn gets a part behind it
      shelf.move(lease, it -> it.pass(beforeAside(reached)));
      return false;
    }
    return true;
  }

  private boolean timeIsOver() {
    return clock.instant().isAfter(until);
  }

  private long beforeAside(long position) {
    return aside.stream().mapToLong(mail -> mail.position() - 1).reduce(position, Math::min);
  }

  /** While one is stored the next one is fetched. */
  private boolean readBatches(List<List<Listed>> all) {
    try {
      return all.stream().allMatch(batch -> !timeIsOver() && begin(batch));
    } finally {
      line.finish();
    }
  }

  private boolean read(List<Listed> batch) {
    boolean begun = begin(batch);
    line.finish();
    return begun;
  }

  /** Returns whether there was room in memory for it before time was over. */
  private boolean begin(List<Listed> batch) {
    long position = beforeAside(batch.get(batch.size() - 1).position());
    return line.begin(batch, position, () -> Duration.between(clock.instant(), until));
  }

  /**
   * Reads mail that failed before, the one that failed least first. It ends with the first that
   * fails again, as the connection may be gone then. Returns whether there was time for all.
   */
  private boolean readAside() {
    line = lines.apply(batches, budget.suspects());
    Comparator<Listed> leastFirst = Comparator.comparing(mail -> batches.stumbles(mail).orElse(0));
    for (Listed mail : aside.stream().sorted(leastFirst).toList()) {
      if (timeIsOver()) {
        return false;
      }
      aside.remove(mail);
      if (!readAside(mail)) {
        aside.add(mail);
        return !timeIsOver();
      }
    }
    return true;
  }

  private boolean readAside(Listed mail) {
    try {
      return read(List.of(mail));
    } catch (SourceTrouble e) {
      if (e.trouble() == Trouble.QUOTA) {
        throw e;
      }
      trouble = "A mail cannot be fetched, which is tried again: " + e.getMessage();
      return false;
    }
  }
}
