package org.mailroom.bounce;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.marked.MarkedAddresses;
import org.mailroom.outbox.NonDelivery;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxReturns;
import org.mailroom.outbox.ReturnedMessage;

class BouncesTest {
  private static final EmailAddress ANA = new EmailAddress("ana@client.example");
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final List<MarkedAddress> marked = new ArrayList<>();
  private String raw = report("5.1.1", "550 5.1.1 no such user");
  private String sender = "MAILER-DAEMON@client.example";
  private String ours = "<ours@xpto.example>";

  @Test
  void a_report_is_tied_to_its_message_and_marks_the_address() {
    Bounce bounce = bounces().reported(mail("MAILER-DAEMON@client.example")).orElseThrow();

    assertThat(bounce.words()).isEqualTo(ANA + ": user unknown: 550 5.1.1 no such user");
    assertThat(bounce.message()).map(ReturnedMessage::id).contains(new OutboxMessageId(7));
    assertThat(marked).containsExactly(new MarkedAddress(ANA, NOW, "550 5.1.1 no such user", 7));
  }

  @Test
  void an_address_whose_server_refused_only_this_message_is_not_marked() {
    raw = report("5.7.1", "550 5.7.1 it looks like spam");

    assertThat(bounces().reported(mail("MAILER-DAEMON@client.example"))).isPresent();
    assertThat(marked).isEmpty();
  }

  @Test
  void a_report_on_mail_of_others_is_a_report_and_marks_nobody() {
    ours = "<another@xpto.example>";

    Bounce bounce = bounces().reported(mail("MAILER-DAEMON@client.example")).orElseThrow();
    assertThat(bounce.message()).isEmpty();
    assertThat(marked).isEmpty();
  }

  @Test
  void mail_of_people_is_not_read_twice() {
    raw = "must not be read";

    assertThat(bounces().reported(mail("ana@client.example"))).isEmpty();
  }

  @Test
  void what_is_foreseen_is_told_and_neither_noted_nor_marked() {
    String mail = report("5.1.1", "550 5.1.1 unknown");

    Optional<Bounce> foreseen =
        bounces().foreseen(mail("MAILER-DAEMON@client.example"), mail.getBytes(US_ASCII));

    assertThat(foreseen.orElseThrow().message().orElseThrow().id())
        .isEqualTo(new OutboxMessageId(7));
    assertThat(marked).isEmpty();
  }

  @Test
  void what_a_person_forwards_tells_nothing() {
    sender = "ana@client.example";

    assertThat(bounces().told(new ReceivedId(1))).isEmpty();
  }

  @Test
  void what_a_server_reports_is_told() {
    assertThat(bounces().told(new ReceivedId(1)))
        .extracting(ReportedRecipient::status, ReportedRecipient::words)
        .containsExactly(tuple("5.1.1", "550 5.1.1 no such user"));
  }

  private static String report(String status, String words) {
    return """
    From: MAILER-DAEMON@client.example
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    It did not arrive.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.client.example

    Final-Recipient: rfc822; ana@client.example
    Action: failed
    Status: %s
    Diagnostic-Code: smtp; %s

    --b
    Content-Type: text/rfc822-headers

    Message-ID: <ours@xpto.example>

    --b--
    """
        .formatted(status, words)
        .replace("\n", "\r\n");
  }

  private static IncomingMail mail(String from) {
    return new IncomingMail(
        new ReceivedId(1),
        new MailboxId(1),
        NOW,
        Optional.of(new EmailAddress(from)),
        "",
        List.of(),
        "Undelivered",
        "",
        "",
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private Bounces bounces() {
    Bounces bounces = new Bounces();
    bounces.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    bounces.received = new OneMail();
    bounces.returns = new OneMessage();
    bounces.marked = new Noted();
    return bounces;
  }

  private final class OneMail extends ReceivedMails {
    @Override
    public byte[] raw(ReceivedId id) {
      return raw.getBytes(US_ASCII);
    }

    @Override
    public Parsed parsed(ReceivedId id) {
      return new Parsed(Optional.of(mail(sender)), "");
    }
  }

  private final class OneMessage extends OutboxReturns {
    @Override
    public Optional<ReturnedMessage> note(String messageId, List<NonDelivery> reported) {
      return messageId.equals(ours)
          ? Optional.of(new ReturnedMessage(new OutboxMessageId(7), "1", List.of(ANA)))
          : Optional.empty();
    }

    @Override
    public Optional<ReturnedMessage> find(String messageId, List<NonDelivery> reported) {
      return note(messageId, reported);
    }
  }

  private final class Noted extends MarkedAddresses {
    @Override
    public void mark(MarkedAddress address) {
      marked.add(address);
    }
  }
}
