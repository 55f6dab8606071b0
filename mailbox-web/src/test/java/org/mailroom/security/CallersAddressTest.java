package org.mailroom.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersAddressTest {
  @Test
  void is_that_of_whoever_calls() {
    assertThat(CallersAddress.of("203.0.113.9", null)).isEqualTo("203.0.113.9");
  }

  @Test
  void a_proxys_word_for_another_stands_beside_its_own() {
    assertThat(CallersAddress.of("10.0.0.1", "203.0.113.9, 2001:db8::1"))
        .isEqualTo("10.0.0.1 (for 203.0.113.9, 2001:db8::1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "1.2.3.4\r\nx", "=1+1", ""})
  void what_is_no_address_is_left_out(String forged) {
    assertThat(CallersAddress.of("10.0.0.1", forged)).isEqualTo("10.0.0.1");
  }
}
