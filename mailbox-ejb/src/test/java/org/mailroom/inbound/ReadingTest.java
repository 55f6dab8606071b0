package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.ReceivedState.IGNORED;
import static org.mailroom.inbound.ReceivedState.QUARANTINED;
import static org.mailroom.inbound.ReceivedState.STORED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.NodeId;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** How one mailbox is read, against a server in memory that misbehaves. */
class ReadingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Account ACCOUNT = AccountFixture.imap(143).activeSince(NOON).account();

  private final SettableClock clock = new SettableClock(NOON);
  private final MemoryServer server = MemoryServer.likeImap();
  private final Reading reading = new Reading(server, ACCOUNT, clock);

  @AfterEach
  void close() {
    reading.close();
  }

  @Test
  void stores_what_is_new_oldest_first_and_once() {
    server.receives(mail("one"), NOON);
    server.receives(mail("two"), NOON);
    reading.read().read();
    server.receives(mail("three"), NOON);
    reading.read().read();

    assertThat(reading.subjects()).containsExactly("one", "two", "three");
    assertThat(reading.states()).containsOnly(STORED);
    assertThat(reading.raw(0)).isEqualTo(mail("one"));
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  @Test
  void marks_nothing_on_the_server_before_it_is_stored() {
    server.receives(mail("one"), NOON);
    server.beforeMark(() -> assertThat(reading.subjects()).containsExactly("one"));

    reading.read();

    assertThat(server.seen()).containsExactly("1");
  }

  @Test
  void marks_later_what_a_crash_left_unmarked() {
    server.receives(mail("one"), NOON);
    server.beforeMark(
        () -> {
          throw new IllegalStateException("crash between store and mark");
        });
    reading.read();
    assertThat(server.seen()).isEmpty();

    server.beforeMark(() -> {});
    reading.read();

    assertThat(reading.subjects()).containsExactly("one");
    assertThat(server.seen()).containsExactly("1");
  }

  @Test
  void catches_up_with_many_mails_in_batches() {
    AtomicInteger batches = new AtomicInteger();
    server.beforeFetch(batches::incrementAndGet);
    for (int i = 0; i < 120; i++) {
      server.receives(mail("mail " + i), NOON);
    }

    reading.read();

    assertThat(reading.ledger()).hasSize(120);
    assertThat(server.seen()).hasSize(120);
    assertThat(batches).hasValue(3);
  }

  @Test
  void fetches_the_next_batch_while_one_is_stored_and_no_further_one() {
    List<Integer> storedBefore = new ArrayList<>();
    try (Reading busy = new Reading(server, ACCOUNT, clock, never -> {})) {
      server.beforeFetch(() -> storedBefore.add(busy.ledger().size()));
      for (int i = 0; i < 120; i++) {
        server.receives(mail("mail " + i), NOON);
      }

      busy.read();

      assertThat(storedBefore).containsExactly(0, 0, 50);
      assertThat(busy.ledger()).hasSize(120);
      assertThat(server.seen()).hasSize(120);
    }
  }

  @Test
  void stores_what_was_fetched_before_a_mail_that_breaks_the_connection() {
    try (Reading busy = new Reading(server, ACCOUNT, clock, never -> {})) {
      for (int i = 0; i < 60; i++) {
        server.receives(mail("mail " + i), NOON);
      }
      server.poison("60");

      busy.read();

      assertThat(busy.ledger()).hasSize(50);
      assertThat(busy.access.reports()).containsExactly("NETWORK: connection lost");
    }
  }

  @Test
  void leaves_out_what_was_there_before_the_mailbox_was_activated() {
    server.receives(mail("old"), NOON.minusSeconds(60));
    server.receives(mail("just now"), NOON.minusSeconds(1));
    reading.read();
    server.receives(mail("moved here by a person"), NOON.minusSeconds(9_000));
    reading.read();

    assertThat(reading.subjects()).containsExactly("just now", "moved here by a person");
    assertThat(server.seen()).doesNotContain("1");
  }

  @Test
  void reads_old_mail_too_if_it_is_wanted() {
    reading.account(AccountFixture.imap(143).activeSince(NOON).readExisting().account());
    server.receives(mail("old"), NOON.minusSeconds(60));

    assertThat(reading.read().subjects()).containsExactly("old");
  }

  @Test
  void reads_nothing_twice_and_loses_nothing_when_mail_is_numbered_anew() {
    server.receives(mail("old"), NOON.minusSeconds(60));
    server.receives(mail("one"), NOON);
    server.receives("Subject: no id\n\nwords", NOON);
    server.receives("Subject: no id\n\nwords", NOON);
    reading.read();
    server.receives(mail("two"), NOON);
    server.numbersAnew();
    reading.read();
    server.receives(mail("three"), NOON);
    reading.read();

    assertThat(reading.subjects()).containsExactly("one", "no id", "no id", "two", "three");
    assertThat(reading.states()).containsOnly(STORED);
  }

  @Test
  void reads_nothing_twice_when_the_server_gets_another_name() {
    server.receives(mail("one"), NOON);
    reading.read();
    clock.pass(Duration.ofMinutes(1));
    reading.account(AccountFixture.imap(10143).activeSince(NOON).account());
    server.receives(mail("two"), NOON.plusSeconds(60));

    assertThat(reading.read().subjects()).containsExactly("one", "two");
  }

  @Test
  void ignores_a_mail_that_is_delivered_again() {
    server.receives(mail("one"), NOON);
    server.receives("Received: from elsewhere; now\n" + mail("one"), NOON);
    reading.read();

    assertThat(reading.states()).containsExactly(STORED, IGNORED);
    assertThat(reading.ledger().get(1).view("").reason()).contains("received before");
  }

  @Test
  void takes_different_mails_with_one_message_id_for_two() {
    server.receives("Message-ID: <1@x>\nSubject: one\n\nwords", NOON);
    server.receives("Message-ID: <1@x>\nSubject: two\n\nwords", NOON);

    assertThat(reading.read().states()).containsExactly(STORED, STORED);
  }

  @Test
  void takes_equal_mails_without_message_id_for_two() {
    server.receives("Subject: one\n\nwords", NOON);
    server.receives("Subject: one\n\nwords", NOON);

    assertThat(reading.read().states()).containsExactly(STORED, STORED);
  }

  @Test
  void keeps_only_the_header_of_a_mail_that_is_too_large() {
    server.receives(mail("huge"), NOON, 26L << 20);
    server.receives(mail("small"), NOON);
    reading.read();

    assertThat(reading.states()).containsExactly(QUARANTINED, STORED);
    assertThat(reading.subjects()).containsExactly("huge", "small");
    assertThat(reading.raw(0)).doesNotContain("words");
    assertThat(reading.ledger().get(0).view("").reason()).contains("more than 25 MB");
    assertThat(server.seen()).containsExactly("2");
    assertThat(reading.access.reports().get(0)).startsWith("MESSAGE: The mail has more than 25 MB");
  }

  @Test
  void does_not_believe_a_small_size() {
    server.receives(mail("huge") + "x".repeat(26 << 20), NOON, 100);

    assertThat(reading.read().states()).containsExactly(QUARANTINED);
    assertThat(reading.raw(0)).hasSizeLessThan(1_000);
  }

  @Test
  void gives_a_mail_up_that_always_breaks_the_connection() {
    server.receives(mail("one"), NOON);
    server.poison(server.receives(mail("poison"), NOON));
    server.receives(mail("three"), NOON);
    for (int i = 0; i < 7; i++) {
      reading.read();
    }

    assertThat(reading.states()).containsExactly(STORED, STORED, QUARANTINED);
    assertThat(reading.subjects()).containsExactly("one", "three", "");
    assertThat(reading.ledger().get(2).view("").reason()).contains("could not be fetched");
  }

  @Test
  void reads_all_other_mail_while_one_cannot_be_fetched() {
    server.poison(server.receives(mail("poison"), NOON));
    server.poison(server.receives(mail("poison too"), NOON));
    server.receives(mail("one"), NOON);
    reading.read();
    server.receives(mail("two"), NOON);
    reading.read().read().read();
    server.receives(mail("three"), NOON);
    reading.read();

    assertThat(reading.subjects()).containsExactly("two", "one", "three");
    assertThat(server.seen()).containsExactlyInAnyOrder("3", "4", "5");
    assertThat(reading.access.reports()).anyMatch(it -> it.startsWith("MESSAGE: A mail cannot"));
    assertThat(reading.store.call(() -> reading.cursor().position())).isZero();

    for (int i = 0; i < 9; i++) {
      reading.read();
    }
    assertThat(reading.states()).containsExactly(STORED, STORED, STORED, QUARANTINED, QUARANTINED);
    assertThat(reading.store.call(() -> reading.cursor().position())).isEqualTo(5);
  }

  @Test
  void does_not_blame_mail_for_a_quota() {
    server.receives(mail("one"), NOON);
    server.beforeFetch(
        () -> {
          throw new SourceTrouble(Trouble.QUOTA, "bandwidth exceeded", null);
        });
    for (int i = 0; i < 9; i++) {
      reading.read();
    }
    server.beforeFetch(() -> {});

    assertThat(reading.read().subjects()).containsExactly("one");
    assertThat(reading.states()).containsExactly(STORED);
  }

  @Test
  void loses_nothing_when_numbers_are_given_again_under_one_uidvalidity() {
    server.receives(mail("one"), NOON);
    server.receives(mail("two"), NOON);
    server.receives(mail("three"), NOON);
    reading.read();
    server.forgets("1");
    server.forgets("2");
    server.givesNumbersAgain();
    server.receives(mail("four"), NOON);
    reading.read().read();

    assertThat(reading.subjects()).containsExactly("one", "two", "three", "four");
    assertThat(reading.states()).containsOnly(STORED);
    assertThat(server.seen()).contains("2");
  }

  @Test
  void stores_nothing_once_another_node_has_taken_over() {
    server.receives(mail("one"), NOON);
    server.beforeFetch(() -> reading.store.run(this::anotherNodeTakesOver));
    reading.read();

    assertThat(reading.ledger()).isEmpty();
    assertThat(server.seen()).isEmpty();
    assertThat(reading.access.reports()).isEmpty();
  }

  private void anotherNodeTakesOver() {
    reading.cursor().lease(new NodeId("node-2"), NOON.plusSeconds(60));
  }

  @Test
  void reads_no_mailbox_that_another_node_is_reading() {
    server.receives(mail("one"), NOON);
    reading.store.run(this::anotherNodeTakesOver);

    assertThat(reading.read().ledger()).isEmpty();
  }

  @Test
  void reports_trouble_and_comes_back_later() {
    server.receives(mail("one"), NOON);
    server.beforeFetch(
        () -> {
          throw new SourceTrouble(Trouble.SERVER, "not today", null);
        });
    reading.read();

    assertThat(reading.access.reports()).containsExactly("SERVER: not today");
    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON))).isFalse();
    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON.plusSeconds(60)))).isTrue();
  }

  @Test
  void reads_a_maildrop_without_order_by_its_names() {
    MemoryServer pop3 = MemoryServer.likePop3();
    Account account = AccountFixture.pop3(110).activeSince(NOON).account();
    try (Reading maildrop = new Reading(pop3, account, clock)) {
      pop3.receives(mail("old"), NOON.minusSeconds(60));
      pop3.receives(mail("one"), NOON);
      pop3.receives(mail("undated"), null);
      maildrop.read().read();
      pop3.receives(mail("late"), NOON.minusSeconds(3_600));
      maildrop.read().read();

      assertThat(maildrop.subjects()).containsExactly("one", "undated", "late");
      assertThat(maildrop.states()).isEqualTo(Collections.nCopies(3, STORED));
    }
  }

  @Test
  void counts_a_mailbox_that_went_away_as_trouble_of_ours() {
    reading.access.forget();
    reading.read();

    assertThat(reading.access.reports()).isEqualTo(List.of());
    assertThat(reading.store.call(() -> reading.cursor().failures())).isEqualTo(1);
  }

  private static String mail(String subject) {
    return "Message-ID: <%s@example.com>\nFrom: ana@example.com\nSubject: %s\n\nwords"
        .formatted(subject.replace(' ', '.'), subject);
  }
}
