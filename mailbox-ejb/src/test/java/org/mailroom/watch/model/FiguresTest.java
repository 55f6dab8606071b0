package org.mailroom.watch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxId;

class FiguresTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void what_waits_is_tried_when_it_is_due_but_not_while_the_server_is_left_alone() {
    assertThat(figures(null, null, NOON).nextTry(true, NOON)).contains(NOON);
    assertThat(figures(NOON.plusSeconds(60), null, NOON).nextTry(true, NOON))
        .contains(NOON.plusSeconds(60));
  }

  @Test
  void a_mailbox_is_read_when_it_is_due() {
    assertThat(figures(null, NOON.plusSeconds(30), null).nextTry(true, NOON))
        .contains(NOON.plusSeconds(30));
  }

  @Test
  void a_mailbox_that_nobody_takes_mail_from_any_more_is_not_tried() {
    assertThat(figures(null, NOON.minusSeconds(86_400), null).nextTry(true, NOON)).isEmpty();
  }

  @Test
  void a_paused_mailbox_is_not_tried() {
    assertThat(figures(null, NOON, NOON).nextTry(false, NOON)).isEmpty();
  }

  private static Figures figures(Instant restsUntil, Instant readNext, Instant sentNext) {
    return new Figures(new MailboxId(1), null, restsUntil, readNext, sentNext, 0, 0, 0);
  }
}
