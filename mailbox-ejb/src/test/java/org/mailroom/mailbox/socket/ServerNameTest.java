package org.mailroom.mailbox.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {
  @ParameterizedTest
  @CsvSource({
    "mail.example.org, mail.example.org",
    "MAIL.Example.ORG, mail.example.org",
    "mail.example.org., mail.example.org",
    "mail, mail",
    "3com.example, 3com.example",
    "bücher.example, xn--bcher-kva.example",
    "192.0.2.7, 192.0.2.7",
    "2001:DB8::1, 2001:db8::1",
    "[2001:db8::1], 2001:db8::1",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7",
  })
  void a_server_is_written_as_dns_knows_it(String stated, String kept) {
    assertThat(ServerName.ascii(stated)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imap://mail.example.org",
        "mail.example.org:993",
        "mail.example.org/",
        "mail example.org",
        "user@mail.example.org",
        "-mail.example.org",
        "mail_server.example.org",
        "mail..example.org",
        ".",
        "",
        "256.1.1.1",
        "127.1",
        "2130706433",
        "010.0.0.1",
        "1:2:3",
        "fe80::1%eth0",
        "a234567890123456789012345678901234567890123456789012345678901234.example"
      })
  void what_is_no_name_and_no_address_is_refused(String stated) {
    assertThat(ServerName.ascii(stated)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "mail.example.org", "dead.beef", "abc"})
  void a_name_is_never_taken_for_an_address(String name) {
    assertThat(ServerName.literal(name)).isEmpty();
  }
}
