package org.mailroom.watch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.watch.AlertKind;

class AlertTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final MailboxId BOX = new MailboxId(7);
  private static final Condition BROKEN =
      new Condition(Lane.of(BOX), "XPTO in", AlertKind.BROKEN, 0, "535 no");

  @Test
  void what_is_broken_for_a_moment_is_not_told() {
    Alert alert = new Alert(BROKEN, NOON);

    assertThat(alert.isToTell(after(Duration.ofMinutes(2)))).isFalse();
    assertThat(alert.isToTell(after(Duration.ofMinutes(3)))).isTrue();
  }

  @Test
  void is_told_once() {
    Alert alert = told();

    alert.seen(BROKEN, after(Duration.ofMinutes(4)));

    assertThat(alert.isToTell(after(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void is_over_when_it_has_been_gone_for_a_while_and_its_end_is_told() {
    Alert alert = told();
    alert.gone(after(Duration.ofMinutes(10)));

    assertThat(alert.isOver(after(Duration.ofMinutes(20)))).isFalse();
    assertThat(alert.isOver(after(Duration.ofMinutes(25)))).isTrue();
    assertThat(alert.close(after(Duration.ofMinutes(25)))).isTrue();
    assertThat(alert.isOver(after(Duration.ofMinutes(26)))).isFalse();
  }

  @Test
  void the_end_of_what_was_never_told_is_not_told_either() {
    Alert alert = new Alert(BROKEN, NOON);
    alert.gone(after(Duration.ofMinutes(1)));

    assertThat(alert.isToTell(after(Duration.ofMinutes(5)))).isFalse();
    assertThat(alert.close(after(Duration.ofMinutes(16)))).isFalse();
  }

  @Test
  void a_mailbox_that_flaps_is_told_of_once() {
    Alert alert = told();
    for (int minute = 5; minute < 60; minute += 10) {
      alert.gone(after(Duration.ofMinutes(minute)));
      alert.seen(BROKEN, after(Duration.ofMinutes(minute + 5)));
    }

    assertThat(alert.isToTell(after(Duration.ofMinutes(70)))).isFalse();
    assertThat(alert.isOver(after(Duration.ofMinutes(70)))).isFalse();
  }

  @Test
  void what_comes_back_within_the_hour_is_told_when_the_hour_is_over() {
    Alert alert = told();
    alert.gone(after(Duration.ofMinutes(10)));
    alert.close(after(Duration.ofMinutes(25)));

    alert.seen(BROKEN, after(Duration.ofMinutes(30)));

    assertThat(alert.isToTell(after(Duration.ofMinutes(40)))).isFalse();
    assertThat(alert.isToTell(after(Duration.ofMinutes(85)))).isTrue();
    assertThat(alert.view().since()).isEqualTo(after(Duration.ofMinutes(30)));
  }

  @Test
  void an_end_that_comes_near_is_told_14_7_and_1_days_before_and_when_it_is_there() {
    Instant end = NOON.plus(Duration.ofDays(14));
    Alert alert = new Alert(ending(end, NOON), NOON);
    int told = 0;
    for (int hour = 0; hour <= 15 * 24; hour++) {
      Instant now = NOON.plus(Duration.ofHours(hour));
      alert.seen(ending(end, now), now);
      if (alert.isToTell(now)) {
        alert.told(now);
        told++;
      }
    }

    assertThat(told).isEqualTo(4);
  }

  @Test
  void more_urgency_is_news_for_whoever_has_seen_it() {
    Instant end = NOON.plus(Duration.ofDays(10));
    Alert alert = new Alert(ending(end, NOON), NOON);
    Instant later = NOON.plus(Duration.ofDays(5));

    alert.seen(ending(end, later), later);

    assertThat(alert.newsAt()).isEqualTo(later);
    assertThat(alert.view().since()).isEqualTo(NOON);
  }

  private static Alert told() {
    Alert alert = new Alert(BROKEN, NOON);
    alert.told(after(Duration.ofMinutes(3)));
    return alert;
  }

  private static Condition ending(Instant end, Instant now) {
    return Condition.ending(
        new Expiry(BOX, Expiry.Kind.CERTIFICATE, "CN=mail", end), "XPTO in", now);
  }

  private static Instant after(Duration time) {
    return NOON.plus(time);
  }
}
