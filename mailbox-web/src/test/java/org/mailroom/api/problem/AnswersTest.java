package org.mailroom.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.CheckRefused;

class AnswersTest {
  @Test
  void who_comes_too_often_is_told_when_to_come_back() {
    var refused = new CheckRefused(Duration.ofSeconds(20));

    for (var answer :
        new Response[] {
          Answers.of(refused, "/api/v1/mailboxes/check"),
          Answers.of(new IllegalStateException(refused), "/api/v1/mailboxes/check")
        }) {
      assertThat(answer.getStatus()).isEqualTo(429);
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo("20");
    }
  }

  @Test
  void at_least_a_second_is_to_be_waited() {
    assertThat(Answers.of(new CheckRefused(Duration.ZERO), "/x").getHeaderString("Retry-After"))
        .isEqualTo("1");
  }
}
