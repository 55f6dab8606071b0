package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.mailbox.MailboxId;

class ReadingRoundsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final MailboxId SALES = new MailboxId(7);
  private static final MailboxId SUPPORT = new MailboxId(8);

  private final SettableClock clock = new SettableClock(NOON);
  private final InboundDatabase store = new InboundDatabase(TestDatabase.h2());
  private final List<Runnable> started = new ArrayList<>();
  private final List<MailboxId> read = new ArrayList<>();
  private final ReadingRounds rounds =
      new ReadingRounds(store, store.cursors(), clock, Reading.NODE, started::add, this::read);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void reads_a_mailbox_at_once_when_it_becomes_readable() {
    rounds.run(Set.of(SALES));
    finish();
    assertThat(read).containsExactly(SALES);

    rounds.run(Set.of(SALES, SUPPORT));
    finish();
    assertThat(read).containsExactly(SALES, SUPPORT);
  }

  @Test
  void reads_a_mailbox_again_when_it_is_due() {
    rounds.run(Set.of(SALES));
    finish();
    rounds.run(Set.of(SALES));
    finish();
    assertThat(read).containsExactly(SALES);

    clock.pass(Duration.ofSeconds(60));
    rounds.run(Set.of(SALES));
    finish();
    assertThat(read).containsExactly(SALES, SALES);
  }

  @Test
  void reads_a_mailbox_that_was_resumed_without_waiting() {
    rounds.run(Set.of(SALES));
    finish();
    rounds.run(Set.of());
    rounds.run(Set.of(SALES));
    finish();

    assertThat(read).containsExactly(SALES, SALES);
  }

  @Test
  void reads_no_mailbox_that_nobody_wants() {
    rounds.run(Set.of(SALES));
    finish();
    clock.pass(Duration.ofSeconds(60));
    rounds.run(Set.of());

    assertThat(started).isEmpty();
  }

  @Test
  void starts_no_second_reading_while_one_hangs() {
    rounds.run(Set.of(SALES));
    rounds.run(Set.of(SALES));

    assertThat(started).hasSize(1);
  }

  @Test
  void reads_a_mailbox_that_rings_without_waiting_for_a_round() {
    rounds.run(Set.of(SALES));
    finish();
    rounds.ring(SALES);
    finish();
    assertThat(read).containsExactly(SALES, SALES);

    rounds.ring(SALES);
    finish();
    assertThat(read).as("not so soon again").hasSize(2);
    rounds.run(Set.of(SALES));
    finish();
    assertThat(read).hasSize(3);
  }

  @Test
  void keeps_readers_free_for_healthy_mailboxes() {
    Set<MailboxId> failing = mailboxes(40);
    failing.forEach(this::failedBefore);

    rounds.run(failing);
    assertThat(started).hasSize(8);

    failing.add(SALES);
    rounds.run(failing);
    assertThat(started).hasSize(9);
  }

  @Test
  void a_reader_that_is_free_takes_the_next_mailbox_without_another_round() {
    rounds.run(mailboxes(40));
    assertThat(started).hasSize(24);

    started.remove(0).run();
    assertThat(started).hasSize(24);

    while (!started.isEmpty()) {
      started.remove(0).run();
    }
    assertThat(read).hasSize(40).doesNotHaveDuplicates();
  }

  private static Set<MailboxId> mailboxes(int count) {
    return LongStream.range(100, 100 + count).mapToObj(MailboxId::new).collect(Collectors.toSet());
  }

  private void failedBefore(MailboxId mailbox) {
    store.run(
        () -> {
          Cursor cursor = new Cursor(mailbox, NOON);
          cursor.failed(NOON, NOON);
          store.cursors().add(cursor);
        });
  }

  private void read(MailboxId mailbox) {
    read.add(mailbox);
    store.run(
        () ->
            store
                .cursors()
                .lock(mailbox)
                .orElseThrow()
                .rest(clock.instant(), clock.instant().plusSeconds(60), null));
  }

  private void finish() {
    started.forEach(Runnable::run);
    started.clear();
  }
}
