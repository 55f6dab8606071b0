package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.Environment;

class ReadingPaceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void polls_every_minute_unless_told() {
    assertThat(pace(Map.of()).poll()).isEqualTo(Duration.ofMinutes(1));
    assertThat(pace(Map.of("MAILROOM_POLL_SECONDS", "15")).poll())
        .isEqualTo(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "0", "-1", "often", "1.5", "3601"})
  void refuses_what_is_no_sensible_interval(String seconds) {
    assertThatThrownBy(() -> pace(Map.of("MAILROOM_POLL_SECONDS", seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MAILROOM_POLL_SECONDS")
        .hasMessageContaining("15");
  }

  @Test
  void lets_mailboxes_drift_apart() {
    ReadingPace pace = new ReadingPace(Duration.ofSeconds(60));

    assertThat(pace.afterSuccess(NOON, 0)).isEqualTo(NOON.plusSeconds(60));
    assertThat(pace.afterSuccess(NOON, 1)).isEqualTo(NOON.plusSeconds(54));
  }

  @Test
  void waits_longer_after_each_failure_but_not_for_ever() {
    ReadingPace pace = new ReadingPace(Duration.ofSeconds(60));

    assertThat(pace.afterFailure(1, NOON, 0)).isEqualTo(NOON.plusSeconds(60));
    assertThat(pace.afterFailure(2, NOON, 0)).isEqualTo(NOON.plusSeconds(120));
    assertThat(pace.afterFailure(4, NOON, 0)).isEqualTo(NOON.plusSeconds(480));
    assertThat(pace.afterFailure(99, NOON, 0)).isEqualTo(NOON.plusSeconds(900));
  }

  private static ReadingPace pace(Map<String, String> variables) {
    return ReadingPace.of(Environment.of(variables::get));
  }
}
