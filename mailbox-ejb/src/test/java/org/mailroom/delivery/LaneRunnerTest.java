package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Await;

class LaneRunnerTest {
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private int asked;
  private int left = 3;
  private LaneRunner lane;
  private int looks;

  @Test
  void a_worker_goes_on_with_its_thread_while_nobody_else_wants_it() {
    lane(new Workers(this::ask, 2), 1).wake();
    run();

    assertThat(done).containsExactly("batch", "batch", "batch");
    assertThat(asked).isOne();
  }

  @Test
  void it_makes_way_for_another_lane_after_each_batch() {
    Workers one = new Workers(this::ask, 1);
    lane(one, 1).wake();
    one.execute(() -> done.add("another lane"));
    run();

    assertThat(done).containsExactly("batch", "another lane", "batch", "batch");
  }

  @Test
  void full_batches_bring_more_workers_up_to_the_most() {
    left = 100;
    lane(new Workers(this::ask, 10), 4).wake();
    run();

    assertThat(done).hasSize(100);
    assertThat(asked).isEqualTo(4);
  }

  @Test
  void who_wakes_a_lane_while_two_look_is_heard_by_the_last_to_end() {
    lane = new LaneRunner(new Workers(this::ask, 2), Duration.ZERO, () -> 2, this::look);
    lane.wake();
    run();

    assertThat(looks).isEqualTo(4);
  }

  /** The first is full and brings a second worker, which looks and ends while the first looks. */
  private boolean look() {
    looks++;
    if (looks == 2) {
      run();
    } else if (looks == 3) {
      lane.wake();
    }
    return looks == 1;
  }

  @Test
  void a_batch_that_breaks_ends_its_worker_and_not_the_lane() {
    Workers workers = new Workers(this::ask, 1);
    LaneRunner lane =
        new LaneRunner(
            workers,
            Duration.ZERO,
            () -> 1,
            () -> {
              done.add("broken");
              throw new IllegalStateException("the database is away");
            });
    lane.wake();
    run();
    lane.wake();
    run();

    assertThat(done).containsExactly("broken", "broken");
  }

  @Test
  void an_error_ends_its_worker_and_not_the_lane() {
    LaneRunner lane =
        new LaneRunner(
            new Workers(this::ask, 1),
            Duration.ZERO,
            () -> 1,
            () -> {
              done.add("broken");
              throw new AssertionError("a class is missing");
            });
    lane.wake();
    run();
    lane.wake();
    run();

    assertThat(done).containsExactly("broken", "broken");
  }

  @Test
  void what_comes_while_a_lane_gathers_shares_a_batch_and_no_other_lane_waits_for_that() {
    ExecutorService server = Executors.newCachedThreadPool();
    List<String> seen = new CopyOnWriteArrayList<>();
    Workers one = new Workers(server, 1);
    LaneRunner lane = new LaneRunner(one, Duration.ofHours(1), () -> 1, () -> !seen.add("batch"));
    try {
      lane.wake();
      Await.until("a lane that was idle begins at once", () -> seen.size() == 1);
      lane.wake();
      lane.wake();
      one.execute(() -> seen.add("another lane"));
      Await.until("both had their turn", () -> seen.size() == 3);

      assertThat(seen).containsExactly("batch", "another lane", "batch");
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void what_gathers_does_not_keep_a_node_from_its_end() throws Exception {
    ExecutorService server = Executors.newCachedThreadPool();
    List<String> seen = new CopyOnWriteArrayList<>();
    Workers workers = new Workers(server, 1);
    new LaneRunner(workers, Duration.ofHours(1), () -> 1, () -> !seen.add("batch")).wake();
    Await.until("it gathers", () -> seen.size() == 1);
    workers.stop(Duration.ofMinutes(1));
    server.shutdown();

    assertThat(server.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private LaneRunner lane(Workers workers, int most) {
    return new LaneRunner(workers, Duration.ZERO, () -> most, this::batch);
  }

  private boolean batch() {
    if (left > 0) {
      done.add("batch");
    }
    return --left > 0;
  }

  private void ask(Runnable task) {
    asked++;
    threads.add(task);
  }

  private void run() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }
}
