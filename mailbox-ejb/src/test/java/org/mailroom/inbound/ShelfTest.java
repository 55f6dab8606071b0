package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.mime.HeaderReader;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.Ledger.Undone;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.Place;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Await;

/** What a reader puts down while others work on what it has put down before. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ShelfTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final MailboxId SALES = new MailboxId(7);
  private static final Place HERE = new Place("abc#1");

  private final InboundDatabase store = new InboundDatabase(TestDatabase.postgres());
  private final Shelf shelf =
      new Shelf(store, store.cursors(), store.ledger(), new SettableClock(NOON));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void waits_for_a_mail_that_is_processed_with_no_other_in_hand() {
    Lease lease = lease();
    shelf.store(lease, List.of(mail("1"), mail("2")), List.of(), List.of(), 2);
    ReceivedId processed = new ReceivedId(unmarked().get(0).id());

    CompletableFuture<Void> marking =
        store.call(
            () -> {
              assertThat(store.mails().claim(processed)).isPresent();
              CompletableFuture<Void> marks =
                  CompletableFuture.runAsync(() -> shelf.marked(lease, HERE, List.of("1", "2")));
              Await.until("the other mail is marked", () -> unmarked().size() == 1);
              assertThat(marks).isNotDone();
              return marks;
            });

    marking.join();
    assertThat(unmarked()).isEmpty();
  }

  private Lease lease() {
    store.run(
        () -> {
          Cursor cursor = new Cursor(SALES, NOON);
          cursor.enter(HERE, AccountFixture.imap(143).activeSince(NOON).account());
          store.cursors().add(cursor);
        });
    return shelf.lease(SALES, new NodeId("node-1")).orElseThrow();
  }

  private static Arrival mail(String uid) {
    byte[] raw = "Subject: %s\r\n\r\n%s".formatted(uid, uid).getBytes(StandardCharsets.UTF_8);
    Listed listed = new Listed(uid, Long.parseLong(uid), raw.length, Optional.of(NOON));
    return new Arrival(listed, HeaderReader.read(raw), raw, Optional.empty(), false);
  }

  private List<Undone> unmarked() {
    return store.call(() -> store.ledger().undone(SALES, HERE, false, 0, 10));
  }
}
