package org.mailroom.watch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.Route;
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

  @Test
  void of_messages_it_says_who_waits_how_many_since_when_with_a_link_to_them() {
    AlertView held =
        new AlertView(Lane.of(Route.none()), "no outbox", AlertKind.HELD, "3 waiting", SINCE, null);
    AlertMail mail = mail(List.of(held), List.of());

    assertThat(mail.subject()).isEqualTo("Messages wait for a person: no outbox");
    assertThat(mail.text())
        .contains(
            "Messages of \"no outbox\": held",
            "Since: 26 Nov 2026 12:00 UTC",
            "Reason: 3 waiting",
            "https://desk.example/message/list.xhtml?state=HELD&lane=none\n");
    assertThat(mail(List.of(held, broken(17, "XPTO in")), List.of()).subject())
        .isEqualTo("2 things need attention");
    AlertMail end = mail(List.of(), List.of(held));
    assertThat(end.subject()).isEqualTo("No message waits for a person any more: no outbox");
    assertThat(end.text()).contains("Messages of \"no outbox\": nothing waits");
  }

  private static AlertMail mail(List<AlertView> bad, List<AlertView> over) {
    return new AlertMail(bad, over, URI.create("https://desk.example"));
  }

  private static AlertView broken(long id, String name) {
    return new AlertView(Lane.of(new MailboxId(id)), name, AlertKind.BROKEN, "535 no", SINCE, null);
  }
}
