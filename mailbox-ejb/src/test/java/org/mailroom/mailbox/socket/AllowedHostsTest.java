package org.mailroom.mailbox.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a01:203",
        "2002:7f00:1::"
      })
  void private_addresses_are_refused_until_allowed(String address) {
    assertThat(allows(List.of(), "mail.example.org", address)).isFalse();
    assertThat(allows(List.of("*"), "mail.example.org", address)).isTrue();
    assertThat(allows(List.of(address), "mail.example.org", address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.167.1.1",
        "2001:4860:4860::8888",
        "64:ff9b::808:808"
      })
  void public_addresses_are_always_allowed(String address) {
    assertThat(allows(List.of(), "mail.example.org", address)).isTrue();
    assertThat(allows(List.of("10.0.0.0/8"), "mail.example.org", address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.1, true",
    "10.0.0.0/8, 192.168.1.1, false",
    "10.1.2.128/25, 10.1.2.200, true",
    "10.1.2.128/25, 10.1.2.100, false",
    "10.1.2.3/32, 10.1.2.3, true",
    "0.0.0.0/0, 127.0.0.1, true",
    "0.0.0.0/0, ::1, false",
    "FD00::/8, fd12::1, true",
    "fd00::/8, fe80::1, false",
    "10.0.0.0/33, 10.0.0.1, false",
    "10.0.0.0/x, 10.0.0.1, false",
    "10.0.0.0/, 10.0.0.1, false",
    "10.0.0/8, 10.0.0.1, false",
  })
  void a_block_allows_its_addresses(String block, String address, boolean allowed) {
    assertThat(allows(List.of(block), "mail.example.org", address)).isEqualTo(allowed);
  }

  @Test
  void a_name_allows_whatever_it_resolves_to_and_nothing_else() {
    List<String> entries = List.of("Mail.Intern.Example");

    assertThat(allows(entries, "mail.intern.example", "10.0.0.1")).isTrue();
    assertThat(allows(entries, "mail.intern.example.", "10.0.0.2")).isTrue();
    assertThat(allows(entries, "other.intern.example", "10.0.0.1")).isFalse();
    assertThat(allows(entries, "evil.mail.intern.example", "10.0.0.1")).isFalse();
  }

  private static boolean allows(List<String> entries, String host, String address) {
    return AllowedHosts.of(entries).allow(host, ServerName.literal(address).orElseThrow());
  }
}
