package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.Environment;

class MailLimitsTest {
  @Test
  void fifty_parts_unless_told() {
    assertThat(limits(Map.of())).isEqualTo(MailLimits.USUAL);
    assertThat(limits(Map.of("MAILROOM_MAIL_PARTS", "300")).parts()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "-1", "many", "1001"})
  void refuses_what_is_no_sensible_number(String parts) {
    assertThatThrownBy(() -> limits(Map.of("MAILROOM_MAIL_PARTS", parts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MAILROOM_MAIL_PARTS")
        .hasMessageContaining("1000");
  }

  private static MailLimits limits(Map<String, String> variables) {
    return MailLimits.of(Environment.of(variables::get));
  }
}
