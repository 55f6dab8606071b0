package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;

class ConsignmentTest {
  private static final long MB = 1 << 20;
  private static final Transmission SENT = new Transmission(Map.of(), Optional.empty());

  private final QueueInMemory queue = new QueueInMemory();
  private final Room room = new Room(32 << 10);

  @Test
  void small_messages_are_loaded_some_at_a_time() {
    Consignment batch = batch(message(1, 200_000), message(2, 200_000), message(3, 200_000));

    assertThat(ids(batch)).containsExactly(1L, 2L, 3L);
    assertThat(queue.loaded).extracting(List::size).containsExactly(2, 1);
    assertThat(batch.complete()).isTrue();
  }

  @Test
  void a_big_message_is_loaded_alone_when_it_is_pulled() {
    Consignment batch = batch(message(1, 100), message(2, 25 * MB), message(3, 100));

    assertThat(ids(batch)).containsExactly(1L, 2L, 3L);
    assertThat(queue.loaded).extracting(List::size).contains(1);
  }

  @Test
  void two_big_ones_are_not_in_memory_together() {
    Consignment batch = batch(message(1, 25 * MB), message(2, 25 * MB));
    Leased first = batch.next().orElseThrow();

    assertThat(batch.next()).isEmpty();
    batch.ended(first, SENT);
    assertThat(batch.next()).isPresent();
  }

  @Test
  void while_others_have_the_room_small_mail_goes_first_and_a_big_one_is_given_back() {
    assertThat(room.take(25 * MB, false)).isTrue();
    Consignment batch = batch(message(1, 25 * MB), message(2, 100));

    assertThat(ids(batch)).containsExactly(2L);
    assertThat(batch.complete()).isFalse();
  }

  @Test
  void a_message_bigger_than_all_the_room_has_it_alone() {
    Consignment batch = batch(message(1, 100 * MB));

    assertThat(batch.next()).isPresent();
    assertThat(room.take(1, false)).isFalse();
    batch.close();
    assertThat(room.take(32 * MB - 1024, false)).isTrue();
  }

  @Test
  void what_cannot_be_loaded_ends_the_batch_and_not_the_worker() {
    queue.away = true;
    Consignment batch = batch(message(1, 100));

    assertThat(batch.next()).isEmpty();
    assertThat(batch.complete()).isFalse();
  }

  private static List<Long> ids(Consignment batch) {
    List<Long> ids = new ArrayList<>();
    for (Optional<Leased> m = batch.next(); m.isPresent(); m = batch.next()) {
      assertThat(m.get().raw()).isNotNull();
      ids.add(m.get().id().value());
      batch.ended(m.get(), SENT);
    }
    return ids;
  }

  private Consignment batch(Leased... messages) {
    return new Consignment(
        List.of(messages),
        () -> true,
        new Consignment.Loading(queue::bodies, room),
        (message, sent) -> true);
  }

  private static Leased message(long id, long size) {
    return new Leased(
        new OutboxMessageId(id),
        "desk@xpto.example",
        List.of("ana@client.example"),
        null,
        0,
        size,
        Optional.empty(),
        Instant.EPOCH);
  }
}
