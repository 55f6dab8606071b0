package org.mailroom.bounce.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.model.Report;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.BounceReason;

class ReportReaderTest {
  private static final String ID =
      "<0b9e3c1c-7d3a-4f0e-9a55-2f6d1c8b7a10.abcdefghijklmnop@xpto.example>";
  private static final EmailAddress ANA = new EmailAddress("ana@client.example");

  @ParameterizedTest
  @CsvSource({
    "postfix-unknown-user, HARD, USER_UNKNOWN, 5.1.1, User unknown in local recipient table",
    "postfix-delayed, DELAYED, EXPIRED, 4.4.1, Connection timed out",
    "expired, SOFT, EXPIRED, 4.4.1, Connection timed out",
    "exchange-online, HARD, USER_UNKNOWN, 5.1.10, Recipient not found by SMTP address lookup",
    "gmail, HARD, USER_UNKNOWN, 5.1.1, The email account that you tried to reach does not exist",
    "exim, HARD, USER_UNKNOWN, 5.1.1, No such user here",
    "exim-delay, DELAYED, NETWORK, '', Connection refused",
    "qmail, HARD, USER_UNKNOWN, 5.1.1, no mailbox here by that name",
    "postfix-text-only, HARD, USER_UNKNOWN, 5.1.1, User unknown in local recipient table",
    "sendmail, HARD, USER_UNKNOWN, 5.1.1, User unknown",
    "exchange-old, HARD, USER_UNKNOWN, '', The recipient name is not recognized",
    "outlook, SOFT, MAILBOX_FULL, 5.2.2, mailbox full",
    "gmail-old, HARD, USER_UNKNOWN, 5.1.1, User unknown",
    "html-only, HARD, USER_UNKNOWN, 5.1.1, User unknown"
  })
  void a_bounce_tells_who_why_and_which_message(
      String name, BounceKind kind, BounceReason reason, String status, String words) {
    Report report = read(name).orElseThrow();

    assertThat(report.undelivered()).hasSize(1);
    Undelivered one = report.undelivered().get(0);
    assertThat(one.addresses()).containsExactly(ANA);
    assertThat(one.kind()).isEqualTo(kind);
    assertThat(one.reason()).isEqualTo(reason);
    assertThat(one.status()).isEqualTo(status);
    assertThat(one.words()).contains(words).doesNotContain("\n");
    assertThat(report.messageIds()).containsExactly(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none-vacation",
        "none-person",
        "none-read-receipt",
        "none-delivered",
        "none-broken"
      })
  void what_is_no_bounce_is_left_alone(String name) {
    assertThat(read(name)).isEmpty();
  }

  @Test
  void each_recipient_has_its_own_fate_and_who_got_it_none() {
    Report report = read("two-recipients-and-one-delivered").orElseThrow();

    assertThat(report.undelivered())
        .extracting(Undelivered::addresses, Undelivered::status, Undelivered::reason)
        .containsExactly(
            tuple(
                List.of(
                    new EmailAddress("ana+desk@client.example"),
                    new EmailAddress("ana.maria@forward.example")),
                "5.2.2",
                BounceReason.MAILBOX_FULL),
            tuple(List.of(new EmailAddress("bob@client.example")), "5.7.1", BounceReason.SPAM));
  }

  @Test
  void a_notice_in_plain_words_names_the_address_before_it_was_forwarded_too() {
    Report report = read("exim-without-header").orElseThrow();

    assertThat(report.undelivered())
        .extracting(Undelivered::addresses, Undelivered::kind, Undelivered::words)
        .containsExactly(
            tuple(
                List.of(ANA, new EmailAddress("ana.maria@forward.example")),
                BounceKind.HARD,
                "Unrouteable address"),
            tuple(
                List.of(new EmailAddress("bob@client.example")),
                BounceKind.SOFT,
                "retry timeout exceeded"));
    assertThat(report.messageIds()).containsExactly(ID);
  }

  @Test
  void a_notice_whose_header_names_the_last_address_tells_the_one_it_was_forwarded_from() {
    String mail =
        """
        X-Failed-Recipients: ana@forward.example
        From: Mail Delivery System <Mailer-Daemon@relay.example>
        Subject: Mail delivery failed

        The following address(es) failed:

          ana@forward.example
            (ultimately generated from ana@client.example)
            all hosts have been failing for a long time
        """;

    Report report = reported(mail);

    assertThat(report.undelivered())
        .extracting(Undelivered::addresses, Undelivered::reason)
        .containsExactly(
            tuple(List.of(ANA, new EmailAddress("ana@forward.example")), BounceReason.EXPIRED));
  }

  @Test
  void an_address_within_one_at_a_host_is_told_too() {
    String mail =
        """
        X-Failed-Recipients: ana%client.example@store.client.example
        From: Mail Delivery System <Mailer-Daemon@store.client.example>
        Subject: Mail delivery failed: returning message to sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        A message that you sent could not be delivered:

          save to /spool/client.example/a/ana
            generated by ana%client.example@store.client.example
            mailbox is full
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; store.client.example

        Action: failed
        Final-Recipient: rfc822;/spool/client.example/a/ana
        Status: 5.0.0
        --b--
        """;

    assertThat(reported(mail).undelivered())
        .extracting(Undelivered::addresses, Undelivered::reason)
        .containsExactly(
            tuple(
                List.of(ANA, new EmailAddress("ana%client.example@store.client.example")),
                BounceReason.MAILBOX_FULL));
  }

  @Test
  void who_got_a_copy_is_not_the_one_that_failed_if_the_other_is_no_address() {
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Subject: Returned mail: Host unknown

           ----- The following addresses had permanent fatal errors -----
        <ana@#client.example>

           ----- Original message follows -----
        Message-ID: <1@xpto.example>
        To: ana@#client.example
        Cc: desk@xpto.example
        """;

    assertThat(new ReportReader().read(mail.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void an_address_that_a_server_expanded_is_told_too() {
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Subject: Returned mail: Too many hops

           ----- The following addresses had permanent fatal errors -----
        <ana@forward.example>
            (expanded from: <ana@client.example>)

           ----- Transcript of session follows -----
        554 Too many hops 26 (25 max)
        """;

    Report report = reported(mail);

    assertThat(report.undelivered())
        .extracting(Undelivered::addresses, Undelivered::reason)
        .containsExactly(
            tuple(List.of(ANA, new EmailAddress("ana@forward.example")), BounceReason.NETWORK));
  }

  @Test
  void what_the_next_server_says_is_not_about_those_before() {
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Subject: Returned mail: User unknown

           ----- Transcript of session follows -----
        550 <ana@client.example>... Host unknown
        While talking to mx.other.example:
        >>> QUIT
        <<< 421 mx.other.example: connection reset
        >>> RCPT To:<bob@other.example>
        <<< 552 The mailbox is full
        """;

    assertThat(reported(mail).undelivered())
        .extracting(Undelivered::addresses, Undelivered::reason)
        .containsExactly(
            tuple(List.of(ANA), BounceReason.HOST_UNKNOWN),
            tuple(List.of(new EmailAddress("bob@other.example")), BounceReason.MAILBOX_FULL));
  }

  @Test
  void one_complaint_may_be_about_several() {
    String mail =
        """
        From: <feedback@portal.example>
        Subject: complaint
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1
        Original-Rcpt-To: <ana@client.example>
        Original-Rcpt-To: <bob@client.example>
        --b
        Content-Type: message/rfc822

        Message-ID: <a@desk.example>

        x
        --b--
        """;

    Report report = reported(mail);

    assertThat(report.undelivered())
        .flatExtracting(Undelivered::addresses)
        .containsExactly(
            new EmailAddress("ana@client.example"), new EmailAddress("bob@client.example"));
  }

  @Test
  void each_of_those_told_by_the_local_part_has_its_own_fate() {
    String mail =
        """
        From: Mailer-Daemon@mail.client.example
        Subject: Message status - undeliverable
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        The message that you sent was undeliverable to the following:
        \tana (mailbox full)
        \tbob (user not found)
        \tmaria (no)
        --b
        Content-Type: message/rfc822

        To: ana@client.example, bob@client.example, maria@other.example
        Message-ID: <1@xpto.example>

        x
        --b--
        """;

    assertThat(reported(mail).undelivered())
        .extracting(it -> it.addresses().get(0).value(), Undelivered::kind, Undelivered::reason)
        .containsExactly(
            tuple("ana@client.example", BounceKind.SOFT, BounceReason.MAILBOX_FULL),
            tuple("bob@client.example", BounceKind.HARD, BounceReason.USER_UNKNOWN),
            // not who has that name elsewhere: the server may have found it by an alias
            tuple("maria@mail.client.example", BounceKind.SOFT, BounceReason.UNKNOWN));
  }

  @Test
  void a_message_is_known_without_the_brackets_around_its_id() {
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Subject: failure notice

        <ana@client.example>: user unknown

        --- Below this line is a copy of the message.

        Message-ID: 1@xpto.example
        """;

    assertThat(reported(mail).messageIds()).containsExactly("<1@xpto.example>");
  }

  @Test
  void what_people_are_told_stands_for_the_words_that_a_report_lacks() {
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Subject: Delivery status notification: error
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        An error has occurred with these recipients:

        ana@client.example: Domain does not exist
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; ana@client.example
        Action: failed
        Status: 5.0.0
        --b--
        """;

    assertThat(reported(mail).undelivered())
        .extracting(Undelivered::reason, Undelivered::status, Undelivered::words)
        .containsExactly(tuple(BounceReason.HOST_UNKNOWN, "5.0.0", "Domain does not exist"));
  }

  @Test
  void what_is_said_of_a_recipient_again_is_told_once() {
    String group = "Final-Recipient: rfc822; ana@client.example\nAction: failed\nStatus: 5.1.1\n\n";
    String mail =
        """
        From: MAILER-DAEMON@relay.example
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        """
            + group.repeat(3)
            + "--b--\n";

    assertThat(reported(mail).undelivered()).hasSize(1);
  }

  @Test
  void what_a_server_tells_its_postmaster_of_others_that_wrote_to_it_is_no_bounce() {
    String mail =
        """
        From: Mail Delivery System <MAILER-DAEMON@xpto.example>
        To: Postmaster <postmaster@xpto.example>
        Subject: Postfix SMTP server: errors from host.other.example[192.0.2.7]

        Transcript of session follows.

         Out: 220 mx.xpto.example ESMTP
         In:  MAIL FROM:<bob@other.example>
         Out: 250 2.1.0 Ok
         In:  RCPT TO:<desk@xpto.example>
         Out: 550 5.1.1 <desk@xpto.example>: Recipient address rejected: User unknown

        For other details, see the local mail logfile
        """;

    assertThat(new ReportReader().read(mail.getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }

  private static Optional<Report> read(String name) {
    try (InputStream mail = ReportReaderTest.class.getResourceAsStream(name + ".eml")) {
      return new ReportReader().read(mail.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Report reported(String mail) {
    return new ReportReader().read(mail.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
  }
}
