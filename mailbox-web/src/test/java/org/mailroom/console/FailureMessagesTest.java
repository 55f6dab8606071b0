package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureMessagesTest {
  @Test
  void a_problem_belongs_to_the_input_whose_id_it_names() {
    assertThat(FailureMessages.isNamed("server", "server", null)).isTrue();
    assertThat(FailureMessages.isNamed("port", "server", null)).isFalse();
  }

  @Test
  void an_input_with_an_unusual_id_says_which_field_it_is() {
    assertThat(FailureMessages.isNamed("user", "boxAccount", "user")).isTrue();
    assertThat(FailureMessages.isNamed("boxAccount", "boxAccount", "user")).isFalse();
  }
}
