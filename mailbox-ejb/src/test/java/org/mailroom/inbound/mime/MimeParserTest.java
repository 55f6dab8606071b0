package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.mime.Fixture.parse;
import static org.mailroom.inbound.mime.Fixture.parsed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;
import org.mailroom.inbound.model.MailLimits;
import org.mailroom.mailbox.EmailAddress;

class MimeParserTest {
  @Test
  void reads_a_plain_mail() {
    IncomingMail mail = parsed("plain");

    assertThat(mail.from()).contains(new EmailAddress("ana@example.com"));
    assertThat(mail.fromName()).isEqualTo("Ana Prado");
    assertThat(mail.recipients())
        .extracting(EmailAddress::value)
        .containsExactly("support@xpto.example", "second@xpto.example", "third@xpto.example");
    assertThat(mail.subject()).isEqualTo("Printer on fire");
    assertThat(mail.text()).isEqualTo("It burns.\n\nAna");
    assertThat(mail.html()).isEmpty();
    assertThat(mail.messageId()).isEqualTo("<plain@example.com>");
    assertThat(mail.receivedAt()).isEqualTo(Fixture.NOON);
    assertThat(mail.automatic()).isEmpty();
    assertThat(mail.attachments()).isEmpty();
  }

  @Test
  void names_the_nearest_mail_of_the_thread_first() {
    assertThat(parsed("plain").thread())
        .containsExactly("<m3@mailroom.example>", "<m2@mailroom.example>", "<m1@mailroom.example>");
  }

  @Test
  void reads_the_thread_from_all_headers_of_it() {
    assertThat(
            parse("References: <m1@x>\nReferences: <m2@x>\nIn-Reply-To:\nIn-Reply-To: <m3@x>\n\nx")
                .thread())
        .containsExactly("<m3@x>", "<m2@x>", "<m1@x>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<m1@x> =?utf-8?q?=3Ca=2Elong=2Eone=40very?=\n =?utf-8?q?=2Elong=2Eexample=3E?=",
        "<m1@x>\n <a.long.one@very.\n long.example>",
        "m1@x, a.long.one@very.long.example",
        "m1@x a.long.one@very.long.example"
      })
  void reads_identifiers_that_are_encoded_broken_or_without_brackets(String ids) {
    assertThat(parse("References: " + ids + "\n\nx").thread())
        .containsExactly("<a.long.one@very.long.example>", "<m1@x>");
  }

  @Test
  void an_identifier_of_its_own_has_no_white_space_and_one_pair_of_brackets() {
    assertThat(parse("Message-ID: <a.long.one@very.\n long.example>\n\nx").messageId())
        .isEqualTo("<a.long.one@very.long.example>");
    assertThat(parse("Message-ID: m1@x\n\nx").messageId()).isEqualTo("<m1@x>");
    assertThat(parse("Message-ID: none\n\nx").messageId()).isEqualTo("<none>");
  }

  @Test
  void turns_html_into_text_where_there_is_no_text() {
    assertThat(parsed("html-only").text())
        .isEqualTo("Hello world,\n\n- one\n- two\n\nbad good\n\n> quoted\n> twice");
  }

  @Test
  void keeps_html_without_scripts_and_remote_images() {
    assertThat(parsed("html-only").html())
        .contains("<b>world</b>", "href=\"https://example.com/\"", "noopener")
        .contains("<img data-remote-src=\"http://tracker.example/pixel.gif\">")
        .doesNotContain("script", "onload", " src=", "style");
  }

  @Test
  void prefers_the_plain_form_and_keeps_the_rich_one() {
    IncomingMail mail = parsed("alternative");

    assertThat(mail.text()).isEqualTo("plain words");
    assertThat(mail.html()).contains("rich words");
    assertThat(names(mail)).containsExactly("attachment-1.ics");
  }

  @Test
  void adds_a_footer_to_both_forms() {
    IncomingMail mail = parsed("list-footer");

    assertThat(mail.text()).isEqualTo("the words\n\nthe footer");
    assertThat(mail.html()).contains("<i>words</i>", "the footer");
  }

  @ParameterizedTest
  @CsvSource({
    "eight-bit, Café fechado, O café está fechado. Preço: 5 €",
    "iso-2022-jp, プリンターが動きません, プリンターが動きません",
    "gb18030, 打印机坏了, 打印机坏了㐀",
    "wrong-charset, Wrong charset, 'Olá, não é ASCII'",
    "broken-utf8, Not UTF-8, 'Olá, isto é latin'",
    "unknown-charset, Heghlu', meq",
    "bad-base64, Bad base64, The quick brown fox jumps over it.",
    "control-codes, a b c, NUL and bell",
    "torn-word, não, body",
    "unclosed-boundary, Cut off, first",
    "missing-boundary, No boundary named, found",
    "no-parts, No parts, all that is left",
    "garbage-headers, still read, words",
    "only-headers, Nothing more, ''",
    "two-froms, two, words",
    "no-from, nobody, words",
    "calendar, Invitation, ''"
  })
  void reads_what_is_readable(String fixture, String subject, String text) {
    IncomingMail mail = parsed(fixture);

    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text()).isEqualTo(text);
  }

  @Test
  void takes_a_mail_without_header_for_words() {
    IncomingMail mail = parsed("no-headers");

    assertThat(mail.text()).isEqualTo("Just words, no header at all.\nSecond line: with a colon.");
    assertThat(mail.subject()).isEmpty();
    assertThat(mail.from()).isEmpty();
    assertThat(mail.messageId()).isEmpty();
  }

  @Test
  void takes_the_first_of_two_senders() {
    assertThat(parsed("two-froms").from()).contains(new EmailAddress("first@example.com"));
    assertThat(parsed("two-froms").recipients()).isEmpty();
  }

  @Test
  void finds_the_address_in_a_broken_sender() {
    assertThat(parsed("garbage-headers").from()).contains(new EmailAddress("jose@example.com"));
  }

  @Test
  void has_no_sender_where_none_is_named() {
    assertThat(parsed("no-from").from()).isEmpty();
  }

  @Test
  void decodes_encoded_words_wherever_they_stand() {
    IncomingMail mail = parsed("abused-words");

    assertThat(mail.subject()).isEqualTo("xa by \"São Paulo\"");
    assertThat(mail.fromName()).isEqualTo("José, Chefe");
  }

  @Test
  void keeps_a_long_subject_on_one_line_within_bounds() {
    assertThat(parsed("long-subject").subject())
        .hasSizeLessThanOrEqualTo(998)
        .startsWith("ã0 ã1 ã2")
        .doesNotContain("\n");
  }

  @Test
  void keeps_text_files_and_mails_within_the_mail_apart() {
    IncomingMail mail = parsed("nested");

    assertThat(mail.text()).isEqualTo("See attached.");
    assertThat(names(mail)).containsExactly("The ôriginal one-two.eml", "notes.txt", "log.txt");
    assertThat(text(mail.attachments().get(0))).contains("inner words");
    assertThat(text(mail.attachments().get(1))).isEqualTo("these are notes");
  }

  @Test
  void keeps_what_outlook_packs_as_one_file() {
    IncomingMail mail = parsed("winmail");

    assertThat(mail.text()).isEqualTo("It’s in the attachment 5€");
    assertThat(names(mail)).containsExactly("winmail.dat");
    assertThat(mail.attachments().get(0).contentType()).isEqualTo("application/ms-tnef");
    assertThat(mail.attachments().get(0).content()).hasSize(6);
  }

  @Test
  void decodes_and_cleans_the_names_of_files() {
    assertThat(names(parsed("rfc2231")))
        .containsExactly("relátório.pdf", "ação.bin", "faturafdp.exe", "attachment-4.png");
  }

  @Test
  void keeps_both_halves_of_a_mail_that_was_cut_off() {
    assertThat(names(parsed("unclosed-boundary"))).containsExactly("x.bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: bulk",
        "precedence: LIST",
        "Precedence: junk",
        "Precedence: auto_reply",
        "List-Id: <all.example.com>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        "Content-Type: message/delivery-status",
        "Return-Path: <>",
        "X-Autoreply: yes",
        "X-Autorespond: holiday",
        "X-Failed-Recipients: b@example.com",
        "Return-Path: <MAILER-DAEMON@example.com>",
        "List-Unsubscribe: <mailto:leave@example.com>",
        "To: desk@example.com\nX-Loop: desk@example.com",
        "Delivered-To: d@example.com\nDelivered-To: d@example.com\nDelivered-To: d@example.com",
        "X-Auto-Response-Suppress: All\nSubject: Automatic reply: printer",
        "X-Mailroom-Loop: 1"
      })
  void knows_mail_that_no_person_wrote(String header) {
    assertThat(parse(header + "\nFrom: a@example.com\n\nwords").automatic()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Precedence: first-class",
        "Return-Path: <a@example.com>",
        "To: desk@example.com\nX-Loop: a@example.com",
        "Delivered-To: d@example.com\nDelivered-To: d@example.com",
        "X-Auto-Response-Suppress: All",
        "Subject: Out of office"
      })
  void answers_mail_that_a_person_may_have_written(String header) {
    assertThat(parse(header + "\nFrom: a@example.com\n\nwords").automatic()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAILER-DAEMON",
        "Postmaster <>",
        "MAILER-DAEMON@example.com (Mail Delivery Subsystem)",
        "\"Mail Delivery System\" <Mailer-Daemon@example.com>",
        "Postmaster <postmaster@example.com>"
      })
  void knows_mail_that_a_mail_server_wrote(String from) {
    assertThat(parse("From: " + from + "\nSubject: x\n\nwords").automatic()).isPresent();
  }

  @Test
  void knows_mail_that_goes_round_in_circles() {
    String servers = "Received: from a by b; Thu, 26 Nov 2026 09:00:00 +0000\n";
    String mail = "From: a@example.com\n\nwords";

    assertThat(parse(servers.repeat(50) + mail).automatic()).isEmpty();
    assertThat(parse(servers.repeat(51) + mail).automatic()).isPresent();
  }

  private static List<String> names(IncomingMail mail) {
    return mail.attachments().stream().map(Attachment::name).toList();
  }

  private static String text(Attachment attachment) {
    return new String(attachment.content(), StandardCharsets.UTF_8);
  }

  @Test
  void the_message_of_a_round_trip_is_known_by_its_signature() {
    String mail = "From: a@b.example%nX-Mailroom-Round-Trip: ours%nSubject: x%n%nx%n".formatted();
    byte[] raw = mail.getBytes(StandardCharsets.UTF_8);

    IncomingMail ours =
        Fixture.read(new MimeParser("ours"::equals, MailLimits.USUAL), raw).mail().orElseThrow();
    IncomingMail forged =
        Fixture.read(new MimeParser("other"::equals, MailLimits.USUAL), raw).mail().orElseThrow();

    assertThat(ours.automatic()).hasValueSatisfying(why -> assertThat(why).contains("round trip"));
    assertThat(forged.automatic()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?Q?um caf=C3=\n=A9 e mais?=",
        "=?utf-8?Q?um caf=\n=C3=A9 e =\nmais?=",
        "=?utf-8?Q?um caf=C3=\r\n =A9 e ma=\r\n is?=",
        "=?utf-8?Q?um caf=\n C3=A9 e mais?="
      })
  void reads_an_encoded_word_that_is_broken_as_lines_of_a_text(String subject) {
    var mail = Fixture.parse("From: a@b.example\nSubject: " + subject + "\n\nwords");

    assertThat(mail.subject()).isEqualTo("um café e mais");
    assertThat(mail.text()).isEqualTo("words");
  }
}
