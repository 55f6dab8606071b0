package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.deployed.MailHost.header;

import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail comes back: it is told with its reason, and the address rests until somebody frees it. */
class BounceIT {
  private static final String ANA = "ana@customer.example";
  private static final String DIAGNOSIS = "550 5.1.1 <ana@customer.example>: User unknown";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void mail_that_comes_back_is_told_and_its_address_rests_until_it_is_freed() {
    String number = desk.open(desk.xpto, "Printer", ANA).get("number").toString().replace("\"", "");
    Await.until("both leave", () -> total("messages?state=SENT&request=" + number) == 2);
    MimeMessage mail = desk.xpto.host().receivedBy(ANA).get(0);

    desk.xpto.host().put(desk.xpto.address(), returned(header(mail, "Message-ID")));

    String bounced = "messages?state=BOUNCED&request=" + number;
    Await.until("it is told", () -> total(bounced) == 1);
    assertThatReasonIsTold(desk.rest().first(bounced));
    assertThat(desk.rest().get("requests/" + number).body()).contains("user unknown", DIAGNOSIS);
    assertThat(desk.rest().first("marked-addresses").getString("address")).isEqualTo(ANA);
    assertThat(total("requests")).isEqualTo(1);
    assertThatReportIsRead(desk.rest().first("received"));

    desk.open(desk.xpto, "Printer again", ANA);
    Await.until("later mail is held", () -> total("messages?state=HELD") == 2);
    assertThat(desk.rest().first("messages?state=HELD").getString("holdReason"))
        .contains(ANA, "User unknown");

    assertThat(desk.rest().delete("marked-addresses/" + ANA).status()).isEqualTo(204);
    assertThat(total("marked-addresses")).isZero();
    desk.open(desk.xpto, "Printer for the third time", ANA);
    Await.until("mail leaves again", () -> total("messages?state=SENT") == 3);
  }

  private void assertThatReasonIsTold(JsonObject message) {
    List<JsonObject> bounced = message.getJsonArray("bounced").getValuesAs(JsonObject.class);
    assertThat(bounced).hasSize(1);
    assertThat(bounced.get(0).getString("address")).isEqualTo(ANA);
    assertThat(bounced.get(0).getString("reason")).isEqualTo("USER_UNKNOWN");
    assertThat(bounced.get(0).getString("words")).isEqualTo(DIAGNOSIS);
  }

  private void assertThatReportIsRead(JsonObject mail) {
    Rest.Answer answer = desk.rest().get("received/" + mail.get("id") + "/report");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(ANA, "HARD", "USER_UNKNOWN", "5.1.1");
  }

  private int total(String path) {
    return desk.rest().total(path);
  }

  private static String returned(String messageId) {
    return """
    Return-Path: <>
    From: Mail Delivery System <MAILER-DAEMON@mx.customer.example>
    To: helpdesk@xpto.example
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <bounce-1@mx.customer.example>
    Auto-Submitted: auto-replied
    Date: Thu, 26 Nov 2026 12:00:00 +0000
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    I'm sorry to have to inform you that your message could not be delivered.

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.customer.example

    Final-Recipient: rfc822; ana@customer.example
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; %s

    --b
    Content-Type: text/rfc822-headers

    Message-ID: %s

    --b--
    """
        .formatted(DIAGNOSIS, messageId);
  }
}
