package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;

class GroupCommitTest {
  private static final Executor NO_THREADS = task -> {};

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final QueueInMemory queue = new QueueInMemory();

  @AfterEach
  void stop() {
    queue.goOn.countDown();
    workers.shutdownNow();
  }

  @Test
  void what_others_have_open_when_a_worker_writes_is_written_with_it() {
    GroupCommit commits = new GroupCommit(queue, NO_THREADS);
    add(worker(commits), 10, Settling.READY);
    add(worker(commits), 20, Settling.READY - 1);
    Settling third = worker(commits);
    add(third, 30, 1);
    third.finish(() -> true);

    assertThat(queue.settled).containsExactly(ids(10, 11, 12, 13, 14, 20, 21, 22, 23, 30));
  }

  @Test
  void what_the_database_refused_is_not_taken_along_before_its_time() {
    queue.impossible.add(new OutboxMessageId(10));
    GroupCommit commits = new GroupCommit(queue, NO_THREADS);
    Settling first = worker(commits);
    add(first, 10, 1);
    commits.settle(first);
    Settling second = worker(commits);
    add(second, 20, 1);
    commits.settle(second);

    assertThat(queue.settled).containsExactly(ids(20));
    assertThat(first.isOpen()).isTrue();
  }

  @Test
  void what_the_database_does_not_take_of_one_keeps_no_other() {
    queue.impossible.add(new OutboxMessageId(20));
    GroupCommit commits = new GroupCommit(queue, NO_THREADS);
    Settling first = worker(commits);
    Settling second = worker(commits);
    add(first, 10, Settling.READY);
    add(second, 20, Settling.READY);
    commits.settle(first);

    assertThat(first.isOpen()).isFalse();
    assertThat(first.isWell()).isTrue();
    assertThat(second.isOpen()).isTrue();
    assertThat(second.isWell()).isFalse();
  }

  @Test
  void a_worker_sends_on_while_its_group_is_written_until_too_much_is_open() throws Exception {
    queue.stops = true;
    Settling settling = worker(new GroupCommit(queue, workers));
    add(settling, 1, Settling.READY);
    Await.until("it is being written", () -> queue.stopped.getCount() == 0);
    add(settling, 10, Settling.MOST - Settling.READY - 1);
    assertThat(queue.settled).isEmpty();

    Future<?> last = workers.submit(() -> add(settling, 20, 1));
    queue.goOn.countDown();
    last.get();
    Await.until("all are written", () -> !settling.isOpen());
    assertThat(queue.settled).allMatch(group -> group.size() <= Settling.MOST);
  }

  @Test
  void while_one_group_is_written_another_one_is_and_none_twice() {
    queue.stops = true;
    GroupCommit commits = new GroupCommit(queue, NO_THREADS);
    Settling first = worker(commits);
    add(first, 10, 1);
    workers.execute(() -> first.finish(() -> true));
    Await.until("it is being written", () -> queue.stopped.getCount() == 0);
    queue.stops = false;
    Settling second = worker(commits);
    add(second, 20, 1);
    second.finish(() -> true);

    assertThat(queue.settled).containsExactly(ids(20));
    assertThat(first.isOpen()).isTrue();
    queue.goOn.countDown();
    Await.until("both are written", () -> !first.isOpen());
    assertThat(queue.settled).containsExactly(ids(20), ids(10));
  }

  @Test
  void what_is_being_written_counts_among_what_may_be_open_at_most() {
    queue.stops = true;
    Settling settling = worker(new GroupCommit(queue, NO_THREADS));
    add(settling, 1, Settling.MOST - 1);
    workers.execute(() -> settling.finish(() -> true));
    Await.until("they are being written", () -> queue.stopped.getCount() == 0);
    queue.stops = false;
    add(settling, 20, 1);

    assertThat(queue.settled).containsExactly(ids(20));
  }

  @Test
  void a_worker_whose_messages_others_took_along_sends_on_and_writes_nothing() {
    GroupCommit commits = new GroupCommit(queue, NO_THREADS);
    Settling settling = worker(commits);
    add(settling, 1, Settling.MOST - 1);
    commits.relieve(settling);

    assertThat(queue.settled).isEmpty();
    add(settling, 20, 1);
    assertThat(queue.settled).extracting(Set::size).containsExactly(Settling.MOST);
  }

  private static Settling worker(GroupCommit commits) {
    return new Settling(commits, Lane.of(new MailboxId(1)));
  }

  private static void add(Settling settling, int first, int count) {
    for (int i = 0; i < count; i++) {
      settling.add(
          new OutboxMessageId(first + i),
          new Settlement(
              "token",
              Instant.EPOCH,
              Map.of("ana@client.example", new Accepted("250 ok")),
              Optional.empty()));
    }
  }

  private static Set<OutboxMessageId> ids(int... ids) {
    return IntStream.of(ids).mapToObj(OutboxMessageId::new).collect(Collectors.toSet());
  }
}
