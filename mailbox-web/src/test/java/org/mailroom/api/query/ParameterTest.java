package org.mailroom.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.api.problem.BadCall;
import org.mailroom.mailbox.MailboxType;

class ParameterTest {
  @Test
  void empty_counts_as_absent() {
    assertThat(Parameter.text("  ")).isEmpty();
    assertThat(Parameter.integer("page", "")).isEmpty();
    assertThat(Parameter.choice("type", null, MailboxType.class)).isEmpty();
  }

  @Test
  void what_is_no_number_is_refused_by_its_name() {
    assertThat(Parameter.integer("page", " 3 ")).contains(3);
    assertThatThrownBy(() -> Parameter.integer("page", "three"))
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("\"page\" must be a whole number.");
  }

  @Test
  void an_unknown_choice_is_answered_with_those_there_are() {
    assertThat(Parameter.choice("type", "INPUT", MailboxType.class)).contains(MailboxType.INPUT);
    assertThatThrownBy(() -> Parameter.choice("type", "input", MailboxType.class))
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("\"type\" must be one of INPUT, OUTPUT.");
  }
}
