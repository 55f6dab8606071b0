package org.mailroom.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Pace pace = new Pace(Duration.ofSeconds(30));

  @Test
  void is_due_at_first_and_then_after_each_interval() {
    assertThat(pace.due(NOON)).isTrue();
    assertThat(pace.due(NOON.plusSeconds(29))).isFalse();
    assertThat(pace.due(NOON.plusSeconds(30))).isTrue();
    assertThat(pace.due(NOON.plusSeconds(59))).isFalse();
  }

  @Test
  void a_clock_that_was_set_back_makes_it_due() {
    pace.due(NOON);

    assertThat(pace.due(NOON.minusSeconds(3600))).isTrue();
  }
}
