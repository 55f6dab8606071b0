package org.mailroom.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant NEXT_NOON = NOON.plus(Duration.ofDays(1));
  private static final double MIDDLE = 0.5;

  @Test
  void waits_longer_after_each_failure() {
    List<Long> minutes = IntStream.rangeClosed(1, 9).mapToObj(this::minutesAfter).toList();

    assertThat(minutes).containsExactly(1L, 5L, 15L, 30L, 60L, 120L, 240L, 240L, 240L);
  }

  @Test
  void gives_up_when_the_next_try_would_come_too_late() {
    Instant late = NEXT_NOON.minus(Duration.ofHours(4));

    assertThat(next(11, late)).contains(NEXT_NOON);
    assertThat(next(11, late.plusSeconds(1))).isEmpty();
  }

  @Test
  void what_had_to_wait_for_long_before_is_still_tried_four_times() {
    Instant dayAfter = NEXT_NOON.plus(Duration.ofDays(1));

    assertThat(next(3, dayAfter)).isPresent();
    assertThat(next(4, dayAfter)).isEmpty();
  }

  @Test
  void spreads_the_next_try_by_a_tenth_to_both_sides() {
    assertThat(RetryPolicy.STANDARD.nextAttempt(1, NEXT_NOON, NOON, 0))
        .contains(NOON.plusSeconds(54));
    assertThat(RetryPolicy.STANDARD.nextAttempt(1, NEXT_NOON, NOON, 1))
        .contains(NOON.plusSeconds(66));
  }

  private static Optional<Instant> next(int failures, Instant now) {
    return RetryPolicy.STANDARD.nextAttempt(failures, NEXT_NOON, now, MIDDLE);
  }

  private long minutesAfter(int failures) {
    return Duration.between(NOON, next(failures, NOON).orElseThrow()).toMinutes();
  }
}
