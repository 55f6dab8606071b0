package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.inbound.mime.Fixture.parse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.model.MailLimits;
import org.mailroom.mailbox.MailboxId;

/** Mails made to break their reader. */
class HostileMailTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void refuses_too_many_parts() {
    String mail = multipart("b", "--b\n\nx\n".repeat(10_000));

    assertThatThrownBy(() -> parse(mail))
        .isInstanceOf(UnacceptableMail.class)
        .hasMessageContaining("50 parts");
  }

  @Test
  void shows_of_a_mail_beyond_a_limit_what_was_read_until_then() {
    Parsed parsed = read(MailLimits.USUAL, withFiles(300));

    IncomingMail mail = parsed.mail().orElseThrow();
    assertThat(parsed.refusal()).contains("50 parts");
    assertThat(mail.subject()).isEqualTo("Many");
    assertThat(mail.text()).isEqualTo("words");
    assertThat(mail.attachments()).hasSize(49).allMatch(file -> file.size() == 1);
    assertThat(parsed.<Boolean>fold(whole -> true, refusal -> false)).isFalse();
  }

  @Test
  void reads_as_many_parts_as_the_operator_wants() {
    Parsed parsed = read(new MailLimits(301), withFiles(300));

    assertThat(parsed.refusal()).isEmpty();
    assertThat(parsed.mail().orElseThrow().attachments()).hasSize(300);
  }

  private static Parsed read(MailLimits limits, String mail) {
    return new MimeParser(mark -> false, limits)
        .read(
            new ReceivedId(1),
            new MailboxId(1),
            Instant.EPOCH,
            mail.getBytes(StandardCharsets.UTF_8));
  }

  private static String withFiles(int count) {
    String file = "--b\nContent-Type: application/octet-stream; name=f.bin\n\nx\n";
    return "Subject: Many\n" + multipart("b", "--b\n\nwords\n" + file.repeat(count));
  }

  @Test
  void refuses_too_many_parts_spread_over_several_levels() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      parts.append("--b\n").append(multipart("i" + i, ("--i" + i + "\n\nx\n").repeat(9)));
    }
    String mail = multipart("b", parts.toString());

    assertThatThrownBy(() -> parse(mail)).isInstanceOf(UnacceptableMail.class);
  }

  @Test
  void refuses_parts_within_parts_without_end() {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      mail.append(multipart("b" + i, "--b" + i + "\n"));
    }

    assertThatThrownBy(() -> parse(mail.toString()))
        .isInstanceOf(UnacceptableMail.class)
        .hasMessageContaining("20 deep");
  }

  @Test
  void refuses_attachments_beyond_twenty_megabytes() {
    String part = "--b\nContent-Disposition: attachment\n\n" + "x".repeat(7 << 20) + "\n";

    assertThatThrownBy(() -> parse(multipart("b", part.repeat(3))))
        .isInstanceOf(UnacceptableMail.class)
        .hasMessageContaining("20 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Header: x\n",
        "Subject: =?utf-8?Q?",
        "From: a@b.example,",
        "From: <<<<((((\"\"",
        "References: <<<<a@",
        "Content-Type: a/b; x=\"",
        "Received: ;;;;"
      })
  void survives_endless_headers(String line) throws Exception {
    String mail = line.repeat((3 << 20) / line.length()) + "\n\nwords";

    ProcessorTime.assertWithin(SOON, () -> parse(mail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Location", "Content-Description", "Content-ID", "Content-Type"})
  void survives_parts_whose_headers_are_folded_at_each_letter(String name) throws Exception {
    String part = "--b\n%s: image/gif\n%s\nx\n".formatted(name, " a\n".repeat(10_000));
    String mail = multipart("b", part.repeat(48));

    ProcessorTime.assertWithin(SOON, () -> parse(mail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<div>", "<blockquote>", "<table><tr><td>", "<a href=x>", "&#0;<", "<pre>\n"})
  void survives_endless_html(String tag) throws Exception {
    String mail = "Content-Type: text/html\n\n" + tag.repeat(200_000) + "words";

    ProcessorTime.assertWithin(SOON.multipliedBy(4), () -> parse(mail));
  }

  @Test
  void cuts_endless_words_and_says_so() {
    assertThat(parse("Subject: x\n\n" + "word ".repeat(1_000_000)).text())
        .hasSizeLessThan(1_001_000)
        .contains("left out");
  }

  @Test
  void reads_one_line_of_many_megabytes() {
    assertThat(parse("Subject: x\n\n" + "x".repeat(20 << 20)).subject()).isEqualTo("x");
  }

  private static String multipart(String boundary, String parts) {
    return "Content-Type: multipart/mixed; boundary=%s\n\n%s".formatted(boundary, parts);
  }
}
