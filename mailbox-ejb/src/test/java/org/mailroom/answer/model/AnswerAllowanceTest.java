package org.mailroom.answer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.environment.Environment;

class AnswerAllowanceTest {
  @Test
  void is_as_usual_unless_told() {
    assertThat(allowance(Map.of())).isEqualTo(AnswerAllowance.USUAL);
    assertThat(
            allowance(Map.of("MAILROOM_ANSWERS_MOST", " 100 ", "MAILROOM_ANSWERS_MINUTES", "1440")))
        .isEqualTo(new AnswerAllowance(100, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "MAILROOM_ANSWERS_MOST, 0, 1 to 100",
    "MAILROOM_ANSWERS_MOST, 101, 1 to 100",
    "MAILROOM_ANSWERS_MOST, ten, 1 to 100",
    "MAILROOM_ANSWERS_MINUTES, -1, 1 to 1440",
    "MAILROOM_ANSWERS_MINUTES, 1441, 1 to 1440",
    "MAILROOM_ANSWERS_MINUTES, 3h, 1 to 1440",
    "MAILROOM_ANSWERS_MINUTES, 99999999999999999999, 1 to 1440"
  })
  void refuses_what_makes_no_sense_and_says_what_does(String name, String value, String range) {
    assertThatThrownBy(() -> allowance(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(name, "\"" + value + "\"", range);
  }

  private static AnswerAllowance allowance(Map<String, String> variables) {
    return AnswerAllowance.of(Environment.of(variables::get));
  }
}
