package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.model.MailHeader;

class HeaderReaderTest {
  @Test
  void reads_what_the_ledger_keeps() {
    MailHeader header = HeaderReader.read(Fixture.raw("plain"));

    assertThat(header.messageId()).isEqualTo("<plain@example.com>");
    assertThat(header.sender()).isEqualTo("ana@example.com");
    assertThat(header.subject()).isEqualTo("Printer on fire");
  }

  @Test
  void believes_the_last_server_about_the_time() {
    assertThat(HeaderReader.read(Fixture.raw("plain")).arrivedAt())
        .contains(Instant.parse("2026-11-22T10:00:07Z"));
  }

  @Test
  void does_not_believe_the_sender_if_no_server_says_it() {
    assertThat(header("Date: Sun, 22 Nov 2026 10:00:00 +0000\n\nx").arrivedAt()).isEmpty();
  }

  @Test
  void knows_no_time_where_none_can_be_read() {
    assertThat(header("Date: yesterday\n\nx").arrivedAt()).isEmpty();
    assertThat(header("").arrivedAt()).isEmpty();
  }

  @Test
  void gives_a_mail_that_came_twice_one_fingerprint() {
    String mail = "From: a@example.com\nMessage-ID: <1@example.com>\n\nwords";

    assertThat(header("Received: from x; now\n" + mail + "\n\n").fingerprint())
        .isEqualTo(header("Received: from y; then\n" + mail).fingerprint());
  }

  @Test
  void gives_different_mails_different_fingerprints() {
    String mail = "From: a@example.com\nMessage-ID: <1@example.com>\n";

    assertThat(header(mail + "\nwords").fingerprint())
        .isNotEqualTo(header(mail + "\nother words").fingerprint())
        .isNotEqualTo(header(mail + "Subject: x\n\nwords").fingerprint());
  }

  @Test
  void shows_a_sender_that_is_no_address_as_it_is() {
    assertThat(header("From: =?utf-8?Q?Jos=C3=A9?=\n\nx").sender()).isEqualTo("José");
  }

  private static MailHeader header(String mail) {
    return HeaderReader.read(mail.getBytes(StandardCharsets.UTF_8));
  }
}
