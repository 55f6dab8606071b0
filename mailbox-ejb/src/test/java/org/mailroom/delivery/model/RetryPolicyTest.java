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
  private static final double MIDDLE = 0.5;

  @Test
  void waits_longer_after_each_failure() {
    List<Long> minutes = IntStream.rangeClosed(1, 9).mapToObj(this::minutesAfter).toList();

    assertThat(minutes).containsExactly(1L, 5L, 15L, 30L, 60L, 120L, 240L, 240L, 240L);
  }

  @Test
  void gives_up_when_the_waiting_would_pass_a_day() {
    assertThat(RetryPolicy.STANDARD.nextAttempt(11, NOON, MIDDLE)).isPresent();
    assertThat(RetryPolicy.STANDARD.nextAttempt(12, NOON, MIDDLE)).isEmpty();
  }

  @Test
  void may_be_set_to_give_up_after_five_days() {
    RetryPolicy patient = new RetryPolicy(RetryPolicy.STANDARD.waits(), Duration.ofDays(5));

    assertThat(patient.nextAttempt(35, NOON, MIDDLE)).isPresent();
    assertThat(patient.nextAttempt(36, NOON, MIDDLE)).isEmpty();
  }

  @Test
  void spreads_the_next_try_by_a_tenth_to_both_sides() {
    assertThat(RetryPolicy.STANDARD.nextAttempt(1, NOON, 0)).contains(NOON.plusSeconds(54));
    assertThat(RetryPolicy.STANDARD.nextAttempt(1, NOON, 1)).contains(NOON.plusSeconds(66));
  }

  private long minutesAfter(int failures) {
    Optional<Instant> next = RetryPolicy.STANDARD.nextAttempt(failures, NOON, MIDDLE);
    return Duration.between(NOON, next.orElseThrow()).toMinutes();
  }
}
