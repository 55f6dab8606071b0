package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers share what a node may hold in memory: they wait for each other and never fail. */
class ReadingBudgetTest {
  private static final long ALL = 1L << 20;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ReadingBudget budget = new ReadingBudget(ALL);
  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    others.shutdownNow();
  }

  @Test
  void no_more_is_held_than_there_is() throws Exception {
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(others.submit(() -> budget.hold(ALL / 3, LONG, () -> hold(held, most, done))));
    }
    for (Future<?> one : all) {
      one.get(30, TimeUnit.SECONDS);
    }

    assertThat(done).hasValue(50);
    assertThat(most.get()).isLessThanOrEqualTo(ALL);
  }

  private static void hold(AtomicLong held, AtomicLong most, AtomicInteger done) {
    long now = held.addAndGet(ALL / 3);
    most.accumulateAndGet(now, Math::max);
    LockSupport.parkNanos(100_000);
    held.addAndGet(-ALL / 3);
    done.incrementAndGet();
  }

  @Test
  void what_is_larger_than_all_there_is_has_it_alone() {
    List<String> done = new ArrayList<>();
    assertThat(budget.hold(100 * ALL, LONG, () -> done.add("huge"))).isTrue();
    assertThat(budget.hold(ALL, LONG, () -> done.add("next"))).isTrue();
    assertThat(done).containsExactly("huge", "next");
  }

  @Test
  void whoever_has_waited_long_enough_does_nothing() {
    List<String> done = new ArrayList<>();
    budget.hold(
        ALL,
        LONG,
        () ->
            assertThat(budget.hold(1, Duration.ofMillis(1), () -> done.add("too early")))
                .isFalse());
    assertThat(done).isEmpty();
  }

  @Test
  void work_that_fails_gives_its_share_back() {
    assertThatThrownBy(
            () ->
                budget.hold(
                    ALL,
                    LONG,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(budget.hold(ALL, Duration.ZERO, () -> {})).isTrue();
  }

  @Test
  void those_that_failed_before_hold_half_at_most_and_it_counts_for_all() {
    Runnable hanging = budget.suspects().take(ALL, Duration.ZERO).orElseThrow();

    assertThat(budget.suspects().take(1, Duration.ZERO)).isEmpty();
    assertThat(budget.take(ALL, Duration.ZERO)).isEmpty();
    assertThat(budget.hold(ALL / 2 - 1024, Duration.ZERO, () -> {})).isTrue();
    hanging.run();
    assertThat(budget.take(ALL, Duration.ZERO)).isPresent();
    assertThat(budget.suspects().take(1, Duration.ZERO)).as("all is taken by others").isEmpty();
  }

  @Test
  void who_found_no_room_among_all_keeps_none_of_the_half_either() {
    Runnable all = budget.take(ALL, Duration.ZERO).orElseThrow();
    assertThat(budget.suspects().take(ALL, Duration.ZERO)).isEmpty();
    all.run();

    assertThat(budget.suspects().take(ALL, Duration.ZERO)).isPresent();
  }

  @Test
  void what_is_taken_is_there_again_once_it_is_put_down() {
    Runnable putDown = budget.take(ALL, LONG).orElseThrow();
    assertThat(budget.take(1, Duration.ZERO)).isEmpty();

    putDown.run();

    assertThat(budget.take(ALL, Duration.ZERO)).isPresent();
  }
}
