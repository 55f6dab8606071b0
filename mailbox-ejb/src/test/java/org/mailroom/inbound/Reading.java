package org.mailroom.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.MailSources;
import org.mailroom.inbound.model.ReadingPace;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;

/** One mailbox, its reader, and the ledger it writes. */
final class Reading implements AutoCloseable {
  static final NodeId NODE = new NodeId("node-1");

  final InboundDatabase store = new InboundDatabase(TestDatabase.h2());
  final RecordedAccess access = new RecordedAccess();
  private final MailboxReader reader;
  private final MailboxId mailbox;
  private final Clock clock;

  Reading(MailSources server, Account account, Clock clock) {
    this(server, account, clock, Runnable::run);
  }

  /**
   * @param storing has threads to store with
   */
  Reading(MailSources server, Account account, Clock clock, Executor storing) {
    this(server, account, clock, storing, ReadingBudget.ofHeap());
  }

  Reading(
      MailSources server, Account account, Clock clock, Executor storing, ReadingBudget budget) {
    this.mailbox = account.id();
    this.clock = clock;
    access.put(account);
    store.run(() -> store.cursors().add(new Cursor(mailbox, clock.instant())));
    reader =
        new MailboxReader(
            access, server, shelf(), pace(), NODE, clock, noIdling(), budget, storing);
  }

  Shelf shelf() {
    return new Shelf(store, store.cursors(), store.ledger(), clock);
  }

  static IdleRoom noIdling() {
    return new IdleRoom(0, Runnable::run, mailbox -> {});
  }

  static ReadingPace pace() {
    return new ReadingPace(Duration.ofSeconds(60));
  }

  /** Reads once, whenever it would be due. */
  Reading read() {
    store.run(() -> cursor().due(clock.instant()));
    reader.read(mailbox, () -> {});
    return this;
  }

  /** Notes what has become of a mail, as processing would. */
  Reading settle(String subject, Outcome outcome) {
    store.run(
        () -> {
          ReceivedId id =
              ledger().stream()
                  .filter(mail -> mail.view("").subject().equals(subject))
                  .findFirst()
                  .orElseThrow()
                  .id();
          store.mails().lock(id).orElseThrow().settle(outcome);
        });
    return this;
  }

  Cursor cursor() {
    return store.cursors().lock(mailbox).orElseThrow();
  }

  void account(Account changed) {
    access.put(changed);
  }

  /** The ledger, oldest row first. */
  List<ReceivedMail> ledger() {
    return store
        .call(() -> store.mails().list(ReceivedQuery.all(), Slice.first(Slice.MAX_SIZE)))
        .items()
        .stream()
        .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
        .toList();
  }

  List<String> subjects() {
    return ledger().stream().map(mail -> mail.view("").subject()).toList();
  }

  List<ReceivedState> states() {
    return ledger().stream().map(ReceivedMail::state).toList();
  }

  String raw(int row) {
    byte[] raw = store.call(() -> store.mails().raw(ledger().get(row).id()));
    return new String(raw, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    store.close();
  }
}
