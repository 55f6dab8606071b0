package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ana@B.Example | ana@b.example | ana@b.example",
        "\"ana prado\"@b.example | \"ana prado\"@b.example | \"ana prado\"@b.example",
        "\"ana\"@b.example | ana@b.example | ana@b.example",
        "\"a\\n\\a\"@b.example | ana@b.example | ana@b.example",
        "\"a\\\"b\\\\c\"@b.example | \"a\\\"b\\\\c\"@b.example | \"a\\\"b\\\\c\"@b.example",
        "ana..prado@b.example | ana..prado@b.example | \"ana..prado\"@b.example",
        "\"ana.\"@b.example | ana.@b.example | \"ana.\"@b.example",
        "ana@bücher.example | ana@bücher.example | ana@xn--bcher-kva.example",
        "ana@[192.0.2.7] | ana@[192.0.2.7] | ana@[192.0.2.7]",
        "ana@my_host.example | ana@my_host.example | ana@my_host.example"
      })
  void has_one_form_for_people_and_one_for_servers(String text, String value, String wire) {
    EmailAddress address = EmailAddress.parse(text).orElseThrow();

    assertThat(address.value()).isEqualTo(value);
    assertThat(address.wire()).isEqualTo(wire);
    assertThat(new EmailAddress(value)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "@b.example",
        "ana@",
        "ana prado@b.example",
        "ana@b..example",
        "ana@.b.example",
        "ana@-b.example",
        "ana@b.example\r\nBcc: c@d.example",
        "\"ana\r\nBcc\"@b.example",
        "\"ana\u202e\"@b.example",
        "\"\"@b.example",
        "\"ana@b.example",
        "\"ana\\\"@b.example",
        "a,b@c.example",
        "ana@[b.example]"
      })
  void refuses_what_is_none(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void knows_its_domain_behind_a_quoted_sign() {
    assertThat(new EmailAddress("\"a@home\"@b.example").domain()).isEqualTo("b.example");
  }
}
