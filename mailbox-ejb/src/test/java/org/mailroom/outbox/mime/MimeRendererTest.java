package org.mailroom.outbox.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.Route;

class MimeRendererTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final String ID = "<random.signature@xpto.example>";

  private final MimeRenderer renderer = new MimeRenderer();

  @Test
  void says_who_when_what_and_that_a_machine_wrote_it() throws MessagingException {
    MimeMessage mail = read(renderer.render(mail("Printer on fire", "On our way.", ""), ID, NOON));

    assertThat(mail.getFrom()[0]).hasToString("Service Desk <desk@xpto.example>");
    assertThat(mail.getHeader("To", null)).isEqualTo("ana@client.example, bob@client.example");
    assertThat(mail.getHeader("Reply-To", null)).isEqualTo("in@xpto.example");
    assertThat(mail.getHeader("Date", null)).isEqualTo("Mon, 2 Nov 2026 12:00:00 +0000");
    assertThat(mail.getHeader("Message-ID", null)).isEqualTo(ID);
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
    assertThat(mail.getHeader(MimeRenderer.LOOP_HEADER, null)).isEqualTo("yes");
    assertThat(mail.getHeader("MIME-Version", null)).isEqualTo("1.0");
  }

  @Test
  void a_plain_message_is_one_part() throws MessagingException, IOException {
    MimeMessage mail = read(renderer.render(mail("s", "one\ntwo\r\nthree", ""), ID, NOON));

    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getContent()).isEqualTo("one\r\ntwo\r\nthree\r\n");
  }

  @Test
  void an_html_message_has_a_text_part_too() throws MessagingException, IOException {
    String html = "<p>On our <b>way</b>.</p>";
    MimeMultipart parts =
        (MimeMultipart) read(renderer.render(mail("s", "", html), ID, NOON)).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("On our way.\r\n");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(html + "\r\n");
  }

  @Test
  void any_script_survives_in_ascii_bytes() throws MessagingException, IOException {
    String words = "Ação Übergröße 漢字 🚒 " + "long ".repeat(400);
    byte[] raw = renderer.render(mail("Ação 漢字 🚒", words, ""), ID, NOON);

    assertThat(new String(raw, ISO_8859_1).chars()).allMatch(c -> c < 128);
    assertThat(read(raw).getSubject()).isEqualTo("Ação 漢字 🚒");
    assertThat(read(raw).getContent()).isEqualTo(words + "\r\n");
  }

  @Test
  void lines_are_ended_by_crlf_and_are_short_enough() {
    byte[] raw = renderer.render(mail("s".repeat(2000), "x".repeat(5000) + "\nä", ""), ID, NOON);
    String text = new String(raw, ISO_8859_1);

    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 998);
    assertThat(text).endsWith("\r\n");
  }

  @Test
  void nothing_smuggles_a_header_in() throws MessagingException {
    OutgoingMail evil =
        new OutgoingMail(
            Route.through(
                new MailboxId(1),
                new EmailAddress("desk@xpto.example"),
                "Desk\r\nBcc: e@evil.example"),
            "",
            List.of(new EmailAddress("ana@client.example")),
            Optional.empty(),
            "Hello\r\nBcc: eve@evil.example\r\n\r\nbody",
            "text",
            "",
            List.of("<a@b>\r\nBcc: eve@evil.example"),
            "1",
            "17",
            Priority.ROUTINE,
            "o",
            Optional.empty());
    MimeMessage mail = read(renderer.render(evil, ID, NOON));

    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Hello Bcc: eve@evil.example body");
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("desk@xpto.example");
    assertThat(mail.getHeader("References")).isNull();
  }

  @Test
  void belongs_to_its_conversation() throws MessagingException {
    OutgoingMail reply =
        new OutgoingMail(
            route(),
            "",
            List.of(new EmailAddress("ana@client.example")),
            Optional.empty(),
            "s",
            "t",
            "",
            List.of("<1@a>", "<2@a>"),
            "1",
            "17",
            Priority.ROUTINE,
            "o",
            Optional.empty());
    MimeMessage mail = read(renderer.render(reply, ID, NOON));

    assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<2@a>");
    assertThat(mail.getHeader("References", null)).isEqualTo("<1@a>\r\n <2@a>");
  }

  @Test
  void another_sender_changes_from_and_nothing_else() throws MessagingException {
    byte[] raw = renderer.render(mail("Größe", "text ä", "<p>html ä</p>"), ID, NOON);
    Route other = Route.throughSession(new EmailAddress("support@mailroom.example"), "Support");
    String rerouted = new String(renderer.withSender(raw, other), ISO_8859_1);

    assertThat(rerouted)
        .isEqualTo(
            new String(raw, ISO_8859_1)
                .replace(
                    "From: Service Desk <desk@xpto.example>",
                    "From: Support <support@mailroom.example>"));
  }

  @Test
  void a_message_without_a_way_out_gets_its_from_later() throws MessagingException {
    byte[] raw = renderer.render(mail(Route.none(), "s", "t", ""), ID, NOON);
    assertThat(read(raw).getFrom()).isNull();

    MimeMessage mail = read(renderer.withSender(raw, route()));
    assertThat(mail.getFrom()[0]).hasToString("Service Desk <desk@xpto.example>");
    assertThat(mail.getHeader("Message-ID", null)).isEqualTo(ID);
  }

  @Test
  void international_domains_are_written_in_ascii() throws MessagingException {
    Route route = Route.throughSession(new EmailAddress("desk@bücher.example"), "");
    MimeMessage mail = read(renderer.render(mail(route, "s", "t", ""), ID, NOON));

    assertThat(mail.getHeader("From", null)).isEqualTo("desk@xn--bcher-kva.example");
  }

  @Test
  void only_an_international_local_part_makes_headers_utf_8() {
    OutgoingMail mail =
        new OutgoingMail(
            route(),
            "",
            List.of(new EmailAddress("jörg@client.example")),
            Optional.empty(),
            "s",
            "t",
            "",
            List.of(),
            "1",
            "17",
            Priority.ROUTINE,
            "o",
            Optional.empty());

    assertThat(new String(renderer.render(mail, ID, NOON), UTF_8))
        .contains("To: jörg@client.example\r\n");
  }

  private static Route route() {
    return Route.through(new MailboxId(1), new EmailAddress("desk@xpto.example"), "Service Desk");
  }

  private static OutgoingMail mail(String subject, String text, String html) {
    return mail(route(), subject, text, html);
  }

  private static OutgoingMail mail(Route route, String subject, String text, String html) {
    return new OutgoingMail(
        route,
        "",
        List.of(
            new EmailAddress("ana@client.example"),
            new EmailAddress("bob@client.example"),
            new EmailAddress("Ana@client.example")),
        Optional.of(new EmailAddress("in@xpto.example")),
        subject,
        text,
        html,
        List.of(),
        "4711",
        "17",
        Priority.ROUTINE,
        "element notify",
        Optional.empty());
  }

  private static MimeMessage read(byte[] raw) throws MessagingException {
    MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(raw));
    assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
    return mail;
  }
}
