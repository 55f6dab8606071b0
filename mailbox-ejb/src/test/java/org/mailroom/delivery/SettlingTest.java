package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;

class SettlingTest {
  private static final Executor NO_THREADS = task -> {};

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final QueueInMemory queue = new QueueInMemory();
  private final Settling settling = settling(threads);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void ten_are_settled_together() {
    add(settling, 1, 25);
    settling.finish(() -> true);

    assertThat(queue.settled.stream().mapToInt(group -> group.size()).sum()).isEqualTo(25);
    assertThat(queue.settled).allMatch(group -> group.size() <= Settling.MOST);
  }

  @Test
  void a_small_group_is_settled_while_its_worker_waits_for_a_server() {
    CountDownLatch added = new CountDownLatch(1);
    // or on a slow machine it settles the first before the last is there
    Settling waiting = settling(task -> threads.execute(() -> after(added, task)));
    add(waiting, 1, 3);
    added.countDown();

    Await.until("settled", () -> queue.settled.size() == 1);
    assertThat(queue.settled.get(0)).hasSize(3);
    add(waiting, 4, 1);
    Await.until("settled again", () -> queue.settled.size() == 2);
  }

  @Test
  void while_the_database_is_away_nothing_is_lost_and_nothing_more_is_begun() {
    Settling alone = settling(NO_THREADS); // nobody writes a part of it meanwhile
    queue.away = true;
    add(alone, 1, 10);
    assertThat(alone.isWell()).isFalse();
    assertThat(add(alone, 11)).isFalse();
    queue.away = false;
    alone.finish(() -> true);

    assertThat(queue.settled).hasSize(1);
    assertThat(queue.settled.get(0)).hasSize(11);
    assertThat(alone.isWell()).isTrue();
  }

  @Test
  void it_stops_trying_when_the_node_stops() {
    queue.away = true;
    add(settling, 1, 1);
    settling.finish(() -> false);

    assertThat(queue.settled).isEmpty();
  }

  @Test
  void a_lost_lease_ends_the_batch_and_the_others_are_settled() {
    Settling alone = settling(NO_THREADS); // nobody writes a part of it meanwhile
    queue.lost.add(new OutboxMessageId(2));
    add(alone, 1, 3);
    alone.finish(() -> true);

    assertThat(alone.isWell()).isFalse();
    assertThat(queue.settled).hasSize(1);
  }

  private Settling settling(Executor executor) {
    return new Settling(new GroupCommit(queue, executor), Lane.of(new MailboxId(1)));
  }

  private static void after(CountDownLatch latch, Runnable task) {
    try {
      latch.await();
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void add(Settling settling, int first, int count) {
    for (int i = 0; i < count; i++) {
      add(settling, first + i);
    }
  }

  private static boolean add(Settling settling, int id) {
    return settling.add(
        new OutboxMessageId(id),
        new Settlement(
            "token",
            Instant.EPOCH,
            Map.of("ana@client.example", new Accepted("250 ok")),
            Optional.empty()));
  }
}
