package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;

/** One mailbox that is waited on, with all threads that a node has for it. */
final class Idling implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final InboundDatabase store = new InboundDatabase(TestDatabase.h2());
  private final RecordedAccess access = new RecordedAccess();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final IdleRoom room;
  private final MailboxId mailbox;
  private final Clock clock;
  private final ReadingRounds rounds;

  Idling(Account account, Clock clock) {
    mailbox = account.id();
    this.clock = clock;
    access.put(account);
    room = new IdleRoom(10, workers, this::ring);
    MailboxReader reader =
        new MailboxReader(
            access,
            new ServerSources(),
            new Shelf(store, store.cursors(), store.ledger(), clock),
            Reading.pace(),
            Reading.NODE,
            clock,
            room,
            ReadingBudget.ofHeap(),
            Runnable::run);
    rounds =
        new ReadingRounds(
            store,
            store.cursors(),
            clock,
            Reading.NODE,
            workers,
            box -> reader.read(box, () -> {}));
    workers.execute(room::watch);
  }

  private void ring(MailboxId box) {
    rounds.ring(box);
  }

  /** One round, and what it starts; then it waits. */
  void round() {
    rounds.run(Set.of(mailbox));
  }

  void awaitWaiting() {
    await("waits", () -> room.size() == 1);
    awaitRest();
  }

  /** Until a reading is over: it is reported, and its connection kept, before that is noted. */
  void awaitRest() {
    await("rests", () -> store.call(() -> !cursor().leasable(clock.instant(), Reading.NODE)));
  }

  private Cursor cursor() {
    return store.cursors().lock(mailbox).orElseThrow();
  }

  ReaderView reader() {
    return store.call(() -> cursor().view(Reading.pace().poll(), clock.instant()));
  }

  /** Rounds, one after the other, until there is so much mail. */
  void roundsUntilMail(int count) {
    await(
        count + " mails",
        () -> {
          round();
          return subjects().size() == count;
        });
  }

  void awaitMail(int count) {
    await(count + " mails", () -> subjects().size() == count);
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  void retain(Set<MailboxId> mailboxes) {
    room.retain(mailboxes);
  }

  int waiting() {
    return room.size();
  }

  List<String> subjects() {
    return store
        .call(() -> store.mails().list(ReceivedQuery.all(), Slice.first(Slice.MAX_SIZE)))
        .items()
        .stream()
        .map(mail -> mail.view("").subject())
        .sorted()
        .toList();
  }

  RecordedAccess access() {
    return access;
  }

  @Override
  public void close() {
    room.close();
    workers.shutdownNow();
    store.close();
  }
}
