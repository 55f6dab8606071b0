package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Settlement;

class GroupCommitTest {
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final QueueInMemory queue = new QueueInMemory();
  private final GroupCommit commits = new GroupCommit(queue);

  @AfterEach
  void stop() {
    queue.goOn.countDown();
    workers.shutdownNow();
  }

  @Test
  void what_comes_while_a_group_is_written_is_written_together() throws Exception {
    List<Future<Map<OutboxMessageId, MessageState>>> others = begunBehind(1, List.of(2, 3, 4));
    queue.goOn.countDown();

    for (int i = 0; i < 4; i++) {
      assertThat(others.get(i).get()).containsOnlyKeys(new OutboxMessageId(i + 1));
    }
    assertThat(queue.settled).containsExactly(ids(1), ids(2, 3, 4));
  }

  @Test
  void what_the_database_does_not_take_of_one_keeps_no_other() throws Exception {
    queue.impossible.add(new OutboxMessageId(3));
    List<Future<Map<OutboxMessageId, MessageState>>> others = begunBehind(1, List.of(2, 3, 4));
    queue.goOn.countDown();

    assertThat(others.get(1).get()).containsOnlyKeys(new OutboxMessageId(2));
    assertThat(others.get(3).get()).containsOnlyKeys(new OutboxMessageId(4));
    assertThatThrownBy(others.get(2)::get).hasRootCauseMessage("The database does not take it");
    assertThat(queue.settled).containsExactly(ids(1), ids(2), ids(4));
  }

  /** A group that is being written, and others that have come meanwhile. */
  private List<Future<Map<OutboxMessageId, MessageState>>> begunBehind(
      int first, List<Integer> others) {
    queue.stops = true;
    List<Future<Map<OutboxMessageId, MessageState>>> begun = new ArrayList<>();
    begun.add(workers.submit(() -> settle(first)));
    Await.until("the first is being written", () -> queue.stopped.getCount() == 0);
    for (int other : others) {
      begun.add(workers.submit(() -> settle(other)));
      Await.until("another has come", () -> commits.waiting() == begun.size() - 1);
    }
    return begun;
  }

  private Map<OutboxMessageId, MessageState> settle(int id) {
    return commits.settle(
        Map.of(
            new OutboxMessageId(id),
            new Settlement(
                "token",
                Instant.EPOCH,
                Map.of("ana@client.example", new Accepted("250 ok")),
                Optional.empty())));
  }

  private static Set<OutboxMessageId> ids(int... ids) {
    return IntStream.of(ids).mapToObj(OutboxMessageId::new).collect(Collectors.toSet());
  }
}
