package org.mailroom.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Breaker breaker = new Breaker();

  @Test
  void lets_a_new_server_be_tried() {
    assertThat(breaker.lets(NOON)).isTrue();
  }

  @Test
  void one_lost_connection_does_not_stop_a_lane() {
    breaker.failed(Breaker.AFTER_TROUBLE, NOON);

    assertThat(breaker.lets(NOON)).isTrue();
  }

  @Test
  void the_second_trouble_in_a_row_does() {
    breaker.failed(Breaker.AFTER_TROUBLE, NOON);
    breaker.failed(Breaker.AFTER_TROUBLE, NOON);

    assertThat(breaker.lets(NOON.plusSeconds(14))).isFalse();
    assertThat(breaker.lets(NOON.plusSeconds(15))).isTrue();
  }

  @Test
  void waits_at_most_a_minute() {
    for (int i = 0; i < 50; i++) {
      breaker.failed(Breaker.AFTER_TROUBLE, NOON);
    }

    assertThat(breaker.lets(NOON.plusSeconds(59))).isFalse();
    assertThat(breaker.lets(NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void a_refused_log_in_is_tried_again_after_one_and_five_minutes() {
    breaker.failed(Breaker.AFTER_REFUSED_LOGIN, NOON);
    assertThat(breaker.lets(NOON.plusSeconds(59))).isFalse();
    assertThat(breaker.lets(NOON.plusSeconds(60))).isTrue();

    breaker.failed(Breaker.AFTER_REFUSED_LOGIN, NOON);
    assertThat(breaker.lets(NOON.plusSeconds(299))).isFalse();
    assertThat(breaker.lets(NOON.plusSeconds(300))).isTrue();
  }

  @Test
  void forgets_when_it_works_again() {
    breaker.failed(Breaker.AFTER_REFUSED_LOGIN, NOON);
    breaker.worked();

    assertThat(breaker.lets(NOON)).isTrue();
  }

  @Test
  void a_clock_that_was_set_back_does_not_keep_it_closed() {
    breaker.failed(Breaker.AFTER_REFUSED_LOGIN, NOON);

    assertThat(breaker.lets(NOON.minusSeconds(3600))).isTrue();
  }
}
