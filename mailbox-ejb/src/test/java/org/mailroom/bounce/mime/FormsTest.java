package org.mailroom.bounce.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.model.Report;
import org.mailroom.bounce.model.Undelivered;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.outbox.BounceReason;

/**
 * Notices in the forms of many servers, each with its line ends as three kinds of systems have
 * them.
 */
class FormsTest {
  private static final String ID =
      "<0b9e3c1c-7d3a-4f0e-9a55-2f6d1c8b7a10.abcdefghijklmnop@xpto.example>";

  static List<Arguments> forms() throws IOException {
    try (InputStream in = FormsTest.class.getResourceAsStream("forms.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^#### ", -1)).skip(1).map(FormsTest::form).toList();
    }
  }

  private static Arguments form(String text) {
    String[] head = text.split("\n", 2);
    String[] facts = head[0].split("\\|", -1);
    return Arguments.of(
        facts[0].strip(),
        BounceKind.valueOf(facts[1].strip()),
        BounceReason.valueOf(facts[2].strip()),
        facts[3].strip(),
        head[1].replace("<ID>", ID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void tells_whom_and_why(
      String name, BounceKind kind, BounceReason reason, String recipient, String mail) {
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      Report report = read(mail.replace("\n", lineEnd));

      assertThat(report.undelivered()).hasSize(1);
      Undelivered one = report.undelivered().get(0);
      assertThat(one.addresses()).extracting(Object::toString).containsExactly(recipient);
      assertThat(one.reason()).isEqualTo(reason);
      assertThat(one.kind()).isEqualTo(kind);
      if (mail.contains(ID)) {
        assertThat(report.messageIds()).containsExactly(ID);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Final-Recipient: rfc822; a@b.example\nAction: failed\n\n",
        "Final-Recipient: rfc822; a@b.example\nStatus: 5.1.1\nDiagnostic-Code: smtp; user user\n\n",
        "a@b.example user unknown\n",
        "To: ",
        "the following users ---",
        "following:\nana\n",
        "<a@b.example>: ",
        "............",
        "(((((((("
      })
  void a_report_made_to_take_long_does_not(String piece) throws Exception {
    String text = piece.repeat(500_000 / piece.length());
    String parts = "\n--b\nContent-Type: text/plain\n\n" + text + "\n--b\nContent-Type: ";
    String mail =
        "From: MAILER-DAEMON@b.example\nContent-Type: multipart/report; boundary=b\n"
            + parts
            + "message/delivery-status\n\n"
            + text
            + parts
            + "message/rfc822\n\nTo: "
            + text.replace("\n", "")
            + "\n--b--\n";

    ProcessorTime.assertWithin(
        Duration.ofSeconds(10),
        () -> new ReportReader().read(mail.getBytes(StandardCharsets.UTF_8)));
  }

  private static Report read(String mail) {
    return new ReportReader().read(mail.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        From: Ana <ana@client.example>
        Subject: Fwd: Undeliverable: printer

        See what I got:
        The message could not be delivered to bob@client.example: user unknown""",
        "From: Ana <ana@client.example>\nReturn-Path: <>\nSubject: Out of office\n\n"
            + "I am away. Messages cannot be delivered to me; write to:\nbob@client.example",
        """
        From: Ana <ana@client.example>
        Return-Path: <>
        Subject: Away
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        I am away and can not be reached. Write to bob@client.example
        --b
        Content-Type: message/rfc822

        Message-ID: <1@xpto.example>
        To: ana@client.example
        --b--
        """,
        "From: MAILER-DAEMON@relay.example\nSubject: Welcome\n\nThis is how mail works here.",
        """
        From: System Administrator <postmaster@client.example>
        To: desk@xpto.example
        Subject: Undeliverable: printer

        Your message

          To:      ana@client.example; bob@client.example
          Subject: printer

        did not reach the following recipient(s):

        Bob Prado on Thu, 26 Nov 2026 09:00:00 +0000
            The recipient name is not recognized""",
        """
        From: admin@client.example
        Subject: New printer

        Message was not sent to bob@client.example""",
        """
        From: Microsoft Outlook <postmaster@client.example>
        Subject: Delivered: printer

        Your message has been delivered to the following recipients:

        ana@client.example""",
        """
        From: postmaster@relay.example
        Subject: Delivery Notification: Delivery has been successful

        Your message has been successfully delivered to the following recipients:

          Recipient address: ana@client.example""",
        """
        From: Ana <ana@client.example>
        Subject: Not read: printer
        Content-Type: multipart/report; report-type=disposition-notification; boundary=b

        --b
        Content-Type: text/plain

        Your message to ana@client.example was deleted without being read.
        --b
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822; ana@client.example
        Disposition: automatic-action/MDN-sent-automatically; deleted
        --b
        Content-Type: message/rfc822

        Message-ID: <1@xpto.example>
        To: ana@client.example
        --b--
        """,
        """
        From: <feedback@portal.example>
        Content-Type: multipart/report; boundary=b

        --b
        Content-Type: message/feedback-report

        Feedback-Type: not-spam
        Original-Rcpt-To: ana@client.example
        --b--
        """
      })
  void leaves_other_mail_alone(String mail) {
    assertThat(new ReportReader().read(mail.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
