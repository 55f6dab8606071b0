package org.mailroom.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.api.problem.BadCall;

class VersionTest {
  @Test
  void the_header_counts_before_the_body() {
    assertThat(Version.of("\"3\"", 2L)).contains(3L);
    assertThat(Version.of("W/\"3\"", 2L)).contains(3L);
    assertThat(Version.of(null, 2L)).contains(2L);
  }

  @Test
  void without_a_version_whatever_is_there_is_changed() {
    assertThat(Version.of(null, null)).isEmpty();
    assertThat(Version.of("*", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"x\"", "\"1\", \"2\"", "\"99999999999999999999\""})
  void a_tag_that_is_not_ours_is_refused(String tag) {
    assertThatThrownBy(() -> Version.of(tag, null)).isInstanceOf(BadCall.class);
  }
}
