package org.mailroom.lockout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.lockout.Counted;
import org.mailroom.lockout.Origin;

class WaitingTest {
  private static final Waiting LOG_IN = Waiting.of(Counted.LOGIN);
  private static final Waiting ADDRESS = Waiting.of(Counted.ADDRESS);

  @Test
  void mistyping_costs_nothing_and_guessing_ever_more() {
    assertThat(List.of(1, 3, 4, 5, 6, 9, 10, 500))
        .extracting(failures -> LOG_IN.pause(failures).toSeconds())
        .containsExactly(0L, 0L, 1L, 2L, 4L, 32L, 900L, 900L);
  }

  @Test
  void an_address_that_many_share_has_more_tries() {
    assertThat(List.of(20, 21, 26, 27, 40, 49, 50))
        .extracting(failures -> ADDRESS.pause(failures).toSeconds())
        .containsExactly(0L, 1L, 32L, 64L, 64L, 64L, 900L);
  }

  @Test
  void a_wait_ends() {
    Instant last = Instant.parse("2026-11-26T12:00:00Z");

    assertThat(LOG_IN.until(4, last, last)).contains(last.plusSeconds(1));
    assertThat(LOG_IN.until(4, last, last.plusSeconds(1))).isEmpty();
    assertThat(LOG_IN.until(10, last, last.plus(Duration.ofMinutes(14)))).isPresent();
  }

  @Test
  void a_network_of_ipv6_counts_as_one_address() {
    assertThat(key("2001:db8:1:2:3::4")).isEqualTo(key("2001:db8:1:2:ffff::9"));
    assertThat(key("2001:db8:1:3::4")).isNotEqualTo(key("2001:db8:1:2::4"));
    assertThat(key("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  @Test
  void whatever_is_typed_for_a_log_in_is_kept_as_a_digest() {
    List<Subject> subjects = Subject.of("my password".repeat(1000), Origin.UNKNOWN);

    assertThat(subjects).hasSize(1);
    assertThat(subjects.get(0).key()).hasSize(64).doesNotContain("password");
  }

  private static String key(String address) {
    return Subject.address(new Origin(Optional.of(address), Optional.empty())).orElseThrow().key();
  }
}
