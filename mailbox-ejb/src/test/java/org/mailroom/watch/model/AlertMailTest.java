package org.mailroom.watch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.watch.AlertKind;
import org.mailroom.watch.AlertView;

class AlertMailTest {
  private static final Instant SINCE = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void says_what_which_since_when_why_and_what_to_do_with_a_link() {
    AlertMail mail = mail(List.of(broken(17, "XPTO in")), List.of());

    assertThat(mail.subject()).isEqualTo("Mailbox \"XPTO in\" needs attention");
    assertThat(mail.text())
        .contains(
            "Mailbox \"XPTO in\": does not work",
            "Since: 26 Nov 2026 12:00 UTC",
            "Reason: 535 no",
            "What to do: open the mailbox",
            "https://desk.example/mailbox/form.xhtml?id=17",
            "https://desk.example/mailbox/list.xhtml?attention=true");
  }

  @Test
  void says_what_is_well_again() {
    AlertMail mail = mail(List.of(), List.of(broken(17, "XPTO in")));

    assertThat(mail.subject()).isEqualTo("Mailbox \"XPTO in\" is well again");
    assertThat(mail.text()).contains("in trouble since 26 Nov 2026 12:00 UTC");
  }

  @Test
  void five_hundred_at_once_are_one_mail_of_a_length_to_be_read() {
    AlertMail mail =
        mail(IntStream.range(0, 500).mapToObj(i -> broken(i, "box " + i)).toList(), List.of());

    assertThat(mail.subject()).isEqualTo("500 mailboxes need attention");
    assertThat(mail.text()).contains("… and 480 more.").hasSizeLessThan(10_000);
  }

  private static AlertMail mail(List<AlertView> bad, List<AlertView> over) {
    return new AlertMail(bad, over, URI.create("https://desk.example"));
  }

  private static AlertView broken(long id, String name) {
    return new AlertView(new MailboxId(id), name, AlertKind.BROKEN, "535 no", SINCE, null);
  }
}
