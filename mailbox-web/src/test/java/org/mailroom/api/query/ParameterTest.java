package org.mailroom.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void a_day_begins_where_the_server_is_and_a_moment_is_itself() {
    ZoneId zone = ZoneOffset.ofHours(-3);
    assertThat(Parameter.moment("from", "2026-11-26", zone))
        .contains(Instant.parse("2026-11-26T03:00:00Z"));
    assertThat(Parameter.moment("from", "2026-11-26T10:00:00+01:00", zone))
        .contains(Instant.parse("2026-11-26T09:00:00Z"));
    assertThat(Parameter.moment("from", " ", zone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-26T25:00:00Z", "1"})
  void what_is_no_moment_is_refused_by_name(String from) {
    assertThatThrownBy(() -> Parameter.moment("from", from, ZoneOffset.UTC))
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("\"from\" must be a day");
  }
}
