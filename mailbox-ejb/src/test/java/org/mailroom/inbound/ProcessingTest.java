package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.mime.HeaderReader;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.Portion;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.mailbox.MailboxId;

class ProcessingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final MailboxId SALES = new MailboxId(7);
  private static final MailboxId SUPPORT = new MailboxId(8);

  private final SettableClock clock = new SettableClock(NOON);
  private final InboundDatabase store = new InboundDatabase(TestDatabase.h2());
  private final List<String> handled = new ArrayList<>();
  private final List<MailboxId> settled = new ArrayList<>();
  private Function<IncomingMail, Outcome> handler =
      mail -> Outcome.opened("R" + mail.id(), "A new request.");

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void settles_each_mail_with_its_outcome() {
    ReceivedId id = stored(SALES, "hello");

    round();

    ReceivedView row = row(id);
    assertThat(row.state()).isEqualTo(ReceivedState.OPENED);
    assertThat(row.reference()).contains("R" + id);
    assertThat(row.reason()).isEqualTo("A new request.");
    assertThat(handled).containsExactly("hello");
    assertThat(settled).containsExactly(SALES);
  }

  @Test
  void keeps_the_order_within_a_mailbox() {
    stored(SALES, "one");
    stored(SUPPORT, "two");
    stored(SALES, "three");

    round();

    assertThat(handled).containsSubsequence("one", "three").hasSize(3);
  }

  @Test
  void handles_nothing_twice() {
    stored(SALES, "hello");

    round();
    round();

    assertThat(handled).containsExactly("hello");
  }

  @Test
  void goes_on_after_a_mail_that_fails_and_tries_it_again() {
    handler =
        mail -> {
          if (mail.subject().equals("poison") && handled.size() < 3) {
            throw new IllegalStateException("no luck");
          }
          return Outcome.opened("R", "");
        };
    ReceivedId poison = stored(SALES, "poison");
    stored(SALES, "good");

    round();
    assertThat(row(poison).state()).isEqualTo(ReceivedState.STORED);
    assertThat(row(poison).reason()).isEqualTo("Processing failed: no luck");

    clock.pass(Duration.ofSeconds(5));
    round();
    assertThat(handled).containsExactly("poison", "good", "poison");
    assertThat(row(poison).state()).isEqualTo(ReceivedState.OPENED);
  }

  @Test
  void quarantines_a_mail_that_fails_five_times_and_keeps_it() {
    handler =
        mail -> {
          throw new IllegalStateException("never");
        };
    ReceivedId id = stored(SALES, "poison");
    for (int i = 0; i < 9; i++) {
      round();
      clock.pass(Duration.ofMinutes(10));
    }

    assertThat(handled).hasSize(5);
    assertThat(row(id).state()).isEqualTo(ReceivedState.QUARANTINED);
    assertThat(row(id).attempts()).isEqualTo(5);
    assertThat(store.call(() -> store.mails().raw(id))).isNotEmpty();
  }

  @Test
  void survives_a_handler_that_runs_out_of_stack() {
    handler = mail -> handler.apply(mail);
    ReceivedId id = stored(SALES, "deep");

    new Processing(store, store.mails(), new MimeParser(), handler, clock, ReadingBudget.ofHeap())
        .process(alone(id));

    assertThat(row(id).attempts()).isEqualTo(1);
  }

  @Test
  void quarantines_a_mail_beyond_the_limits_at_once() {
    ReceivedId id =
        stored(SALES, "bomb\nContent-Type: multipart/mixed; boundary=b", "--b\n\nx\n".repeat(60));

    round();

    assertThat(handled).isEmpty();
    assertThat(row(id).state()).isEqualTo(ReceivedState.QUARANTINED);
    assertThat(row(id).reason()).contains("50 parts");
  }

  @Test
  void decides_a_quarantined_mail_anew_when_asked() {
    handler = mail -> Outcome.quarantined("Not now.");
    ReceivedId id = stored(SALES, "hello");
    round();

    handler = mail -> Outcome.appended("R1", "Now.");
    store.run(() -> store.mails().find(id).orElseThrow().again(clock.instant()));
    round();

    assertThat(row(id).state()).isEqualTo(ReceivedState.APPENDED);
  }

  @Test
  void leaves_no_trace_of_a_try_that_failed_after_it_had_changed_something() {
    ReceivedId other = stored(SUPPORT, "untouched");
    handler =
        mail -> {
          store.mails().find(other).orElseThrow().settle(Outcome.ignored("half done"));
          throw new IllegalStateException("then broken");
        };
    ReceivedId id = stored(SALES, "hello");

    processing().process(alone(id));

    assertThat(row(other).state()).isEqualTo(ReceivedState.STORED);
  }

  @Test
  void leaves_what_follows_in_a_conversation_until_something_has_come_of_what_is_before() {
    ReceivedId first = stored(SALES, "one");
    ReceivedId second = stored(SALES, "two");

    Optional<ReceivedMail> held =
        store.call(
            () -> {
              Optional<ReceivedMail> mine = store.mails().claim(first);
              assertThat(processing().process(new Portion(List.of(first, second), true))).isFalse();
              return mine;
            });

    assertThat(held).isPresent();
    assertThat(handled).isEmpty();
    assertThat(processing().process(new Portion(List.of(first, second), true))).isTrue();
    assertThat(handled).containsExactly("one", "two");
  }

  @Test
  void has_mails_share_a_transaction_that_have_nothing_to_do_with_each_other() {
    List<ReceivedId> ids =
        List.of(stored(SALES, "one"), stored(SALES, "two"), stored(SALES, "three"));
    // what others see of the first one while the last one is handled
    handler = mail -> Outcome.opened(row(ids.get(0)).state().name(), "");

    assertThat(processing().process(new Portion(ids, false))).isTrue();

    assertThat(handled).containsExactly("one", "two", "three");
    assertThat(ids).extracting(id -> row(id).reference().orElseThrow()).containsOnly("STORED");
  }

  @Test
  void gives_each_its_own_transaction_where_that_is_asked_for() {
    List<ReceivedId> ids = List.of(stored(SALES, "one"), stored(SALES, "two"));
    handler = mail -> Outcome.opened(row(ids.get(0)).state().name(), "");

    assertThat(processing().processApart(new Portion(ids, false))).isTrue();

    assertThat(ids)
        .extracting(id -> row(id).reference().orElseThrow())
        .containsExactly("STORED", "OPENED");
  }

  @Test
  void gives_each_its_own_transaction_where_one_of_them_fails() {
    ReceivedId good = stored(SALES, "good");
    ReceivedId poison = stored(SALES, "poison");
    ReceivedId late = stored(SALES, "late");
    handler =
        mail -> {
          if (mail.subject().equals("poison")) {
            throw new IllegalStateException("no luck");
          }
          return Outcome.opened("R" + mail.id(), "");
        };

    assertThat(processing().process(new Portion(List.of(good, poison, late), false))).isTrue();

    assertThat(row(good).state()).isEqualTo(ReceivedState.OPENED);
    assertThat(row(good).attempts()).isZero();
    assertThat(row(late).state()).isEqualTo(ReceivedState.OPENED);
    assertThat(row(poison).state()).isEqualTo(ReceivedState.STORED);
    assertThat(row(poison).attempts()).isOne();
  }

  private static Portion alone(ReceivedId id) {
    return new Portion(List.of(id), true);
  }

  private Processing processing() {
    return new Processing(
        store,
        store.mails(),
        new MimeParser(),
        mail -> {
          handled.add(mail.subject());
          return handler.apply(mail);
        },
        clock,
        ReadingBudget.ofHeap());
  }

  private void round() {
    new ProcessingRounds(
            store, store.mails(), clock, Runnable::run, processing()::process, settled::add)
        .run();
  }

  private ReceivedId stored(MailboxId mailbox, String subject) {
    return stored(mailbox, subject, "words");
  }

  private ReceivedId stored(MailboxId mailbox, String subject, String body) {
    byte[] raw = "Subject: %s\n\n%s".formatted(subject, body).getBytes(StandardCharsets.UTF_8);
    Listed listed = new Listed(subject, 0, raw.length, Optional.empty());
    Arrival arrival = new Arrival(listed, HeaderReader.read(raw), raw, Optional.empty(), false);
    ReceivedMail mail = new ReceivedMail(mailbox, new Place("a#1"), arrival, NOON);
    store.run(() -> store.ledger().add(mail, raw));
    return mail.id();
  }

  private ReceivedView row(ReceivedId id) {
    return store.call(() -> store.mails().find(id).orElseThrow()).view("");
  }
}
