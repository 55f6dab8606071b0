package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.Environment;

class AutoconfigurationTest {
  private final Autoconfiguration off = autoconfiguration("off");

  @Test
  void is_on_unless_the_operator_switches_it_off() {
    assertThat(off.isOn()).isFalse();
    assertThat(autoconfiguration("on").isOn()).isTrue();
    assertThat(autoconfiguration("").isOn()).isTrue();
  }

  @Test
  void says_so_when_it_is_off() {
    assertThatThrownBy(() -> off.find("desk@xpto.example", MailboxType.INPUT))
        .isInstanceOf(AutoconfigurationOff.class)
        .hasMessageContaining("MAILROOM_AUTOCONFIG");
  }

  @Test
  void wants_an_address_and_a_type() {
    assertThatThrownBy(() -> off.find("desk at xpto", null))
        .isInstanceOfSatisfying(
            NoMailAddress.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.field())
                    .containsExactly("address", "type"));
  }

  private static Autoconfiguration autoconfiguration(String setting) {
    Autoconfiguration face = new Autoconfiguration();
    face.environment = Environment.of(Map.of("MAILROOM_AUTOCONFIG", setting)::get);
    return face;
  }
}
