package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.mime.Fixture;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.ReadingPace;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;

/** A hundred mails of many kinds, from real servers through to their meaning, on PostgreSQL. */
class HundredMailsTest {
  private static final int MAILS = 100;
  private static final NodeId NODE = new NodeId("node-1");
  private static final List<String> KINDS =
      List.of(
          "abused-words",
          "alternative",
          "bad-base64",
          "broken-utf8",
          "calendar",
          "eight-bit",
          "gb18030",
          "html-only",
          "iso-2022-jp",
          "list-footer",
          "long-subject",
          "missing-boundary",
          "nested",
          "no-from",
          "no-parts",
          "plain",
          "rfc2231",
          "torn-word",
          "two-froms",
          "unclosed-boundary",
          "unknown-charset",
          "winmail",
          "wrong-charset");

  private final Clock clock = Clock.systemUTC();
  private final LocalMailServer server = new LocalMailServer();
  private final InboundDatabase store = new InboundDatabase(TestDatabase.postgres());
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final RecordedAccess access = new RecordedAccess();
  private final Map<ReceivedId, Integer> handled = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    workers.shutdownNow();
    server.close();
    store.close();
  }

  @Test
  void become_a_hundred_outcomes_by_imap() {
    everyMailIsHandledOnce(AccountFixture.imap(server.imapPort()).account());
    assertThat(server.seen()).hasSize(MAILS).containsOnly(true);
  }

  @Test
  void become_a_hundred_outcomes_by_pop3() {
    everyMailIsHandledOnce(AccountFixture.pop3(server.pop3Port()).account());
  }

  private void everyMailIsHandledOnce(Account account) {
    access.put(account);
    for (int i = 0; i < MAILS / 2; i++) {
      server.receives(mail(i), Instant.now(clock));
    }
    roundsUntil(account.id(), MAILS / 2);
    for (int i = MAILS / 2; i < MAILS; i++) {
      server.receives(mail(i), Instant.now(clock));
    }
    roundsUntil(account.id(), MAILS);

    assertThat(handled).hasSize(MAILS).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    assertThat(ledger()).extracting(ReceivedMail::state).containsOnly(ReceivedState.OPENED);
    assertThat(access.reports()).containsOnly("worked");
  }

  /** Runs rounds as the timer does, each with new objects, as after a restart. */
  private void roundsUntil(MailboxId mailbox, int count) {
    ProcessingRounds processing = processing();
    ReadingRounds reading = reading(processing);
    Instant end = clock.instant().plus(Duration.ofMinutes(2));
    while (settled() < count && clock.instant().isBefore(end)) {
      reading.run(Set.of(mailbox));
      processing.run();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    // who reads marks what it has stored, and then says when it is to be read again
    Idling.await("rests", () -> store.call(() -> rests(mailbox)));
    // one more reading, to see that it brings nothing
    store.run(() -> store.cursors().lock(mailbox).orElseThrow().due(clock.instant()));
    reader().read(mailbox, () -> {});
    assertThat(ledger()).hasSize(count);
  }

  private boolean rests(MailboxId mailbox) {
    return !store.cursors().lock(mailbox).orElseThrow().leasable(clock.instant(), NODE);
  }

  private ProcessingRounds processing() {
    Processing one =
        new Processing(
            store, store.mails(), new MimeParser(), this::handle, clock, ReadingBudget.ofHeap());
    return new ProcessingRounds(store, store.mails(), clock, workers, one::process, box -> {});
  }

  private Outcome handle(IncomingMail mail) {
    handled.merge(mail.id(), 1, Integer::sum);
    return Outcome.opened(mail.id().toString(), "A new request.");
  }

  private ReadingRounds reading(ProcessingRounds processing) {
    MailboxReader one = reader();
    return new ReadingRounds(
        store,
        store.cursors(),
        clock,
        NODE,
        workers,
        mailbox -> one.read(mailbox, processing::run));
  }

  private MailboxReader reader() {
    return new MailboxReader(
        access,
        new ServerSources(),
        new Shelf(store, store.cursors(), store.ledger(), clock),
        new ReadingPace(Duration.ofSeconds(60)),
        NODE,
        clock,
        Reading.noIdling(),
        ReadingBudget.ofHeap(),
        Runnable::run);
  }

  private long settled() {
    return ledger().stream().filter(mail -> mail.state() != ReceivedState.STORED).count();
  }

  private List<ReceivedMail> ledger() {
    return new ArrayList<>(
        store
            .call(() -> store.mails().list(ReceivedQuery.all(), Slice.first(Slice.MAX_SIZE)))
            .items());
  }

  /** A mail of some kind under a Message-ID of its own. */
  private static byte[] mail(int number) {
    String mail =
        new String(Fixture.raw(KINDS.get(number % KINDS.size())), StandardCharsets.ISO_8859_1);
    return mail.replace("Message-ID: <", "Message-ID: <%d.".formatted(number))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
