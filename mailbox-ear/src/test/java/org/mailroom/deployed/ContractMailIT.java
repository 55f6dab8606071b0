package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.deployed.MailHost.header;

import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two contracts, two identities: out by the right mailbox, in under the right contract, exactly
 * once.
 */
class ContractMailIT {

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
  void mail_leaves_by_two_identities_and_a_reply_finds_its_request() throws IOException {
    JsonObject request = desk.open(desk.xpto, "Printer", "ana@customer.example");
    String number = request.get("number").toString().replace("\"", "");
    Await.until("both mails arrive", () -> arrived("ana@customer.example") == 2);

    MimeMessage standard = desk.standard.receivedBy("ana@customer.example").get(0);
    MimeMessage specific = desk.xpto.host().receivedBy("ana@customer.example").get(0);
    assertThat(header(standard, "From")).contains("desk@mailroom.example");
    assertThat(header(specific, "From"))
        .contains("XPTO-1 help desk")
        .contains("helpdesk@xpto.example");
    assertThat(header(specific, "Reply-To")).contains("helpdesk@xpto.example");
    assertThat(header(specific, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(specific, "Subject")).startsWith("Specific for Printer");
    assertThat(MailHost.content(specific)).contains("this is XPTO-1 Ltd");

    desk.xpto.host().put(desk.xpto.address(), reply(header(specific, "Message-ID")));
    desk.rest().post("mailboxes/" + input("XPTO-1 in") + "/read", Rest.json());
    Await.until(
        "the reply is on the request", () -> occurrences(number).contains("It burns again"));
    assertThat(desk.rest().total("requests")).isEqualTo(1);
    // files come and go while it runs; it is not told to stop, which would tidy up
    desk.mailroom.kill();
    assertThatNoSecretIsReadable();
  }

  @Test
  void a_hundred_requests_give_each_mail_once_and_through_kill_9() {
    IntStream.range(0, 60).forEach(this::openOne);
    desk.mailroom.kill();
    desk.mailroom.start();
    IntStream.range(60, 100).forEach(this::openOne);

    Await.until("200 mails arrive", () -> mails() >= 200);
    Await.until("none is left to send", () -> desk.rest().total("messages?state=SENT") == 200);
    // at least once: a message between its final dot and its settling may come again, with its
    // Message-ID
    assertThat(distinct(desk.standard))
        .hasSize(100)
        .allMatch(line -> line.contains("desk@mailroom.example"));
    assertThat(distinct(desk.xpto.host()))
        .hasSize(50)
        .allMatch(line -> line.contains(desk.xpto.address()));
    assertThat(distinct(desk.company2.host()))
        .hasSize(50)
        .allMatch(line -> line.contains(desk.company2.address()));
    assertThat(mails()).isLessThan(200 + 16);
  }

  private void openOne(int i) {
    desk.open(i % 2 == 0 ? desk.xpto : desk.company2, "No " + i, "c" + i + "@customer.example");
  }

  private int mails() {
    return Stream.of(desk.standard, desk.xpto.host(), desk.company2.host())
        .mapToInt(host -> host.received().size())
        .sum();
  }

  private int arrived(String address) {
    return desk.standard.receivedBy(address).size() + desk.xpto.host().receivedBy(address).size();
  }

  private static List<String> distinct(MailHost host) {
    return host.received().stream()
        .map(m -> header(m, "Message-ID") + header(m, "From") + header(m, "To"))
        .distinct()
        .toList();
  }

  @Test
  void mail_of_many_kinds_becomes_requests_under_the_right_contracts_through_kill_9() {
    IntStream.range(0, 40).forEach(this::drop);
    Await.until("reading begins", () -> desk.rest().total("received") > 5);
    desk.mailroom.kill();
    IntStream.range(40, 60).forEach(this::drop);
    desk.mailroom.start();

    Await.until("60 requests", () -> desk.rest().total("requests") >= 60);
    Await.until("nothing waits", () -> desk.rest().total("received?state=STORED") == 0);
    assertThat(desk.rest().total("received?state=OPENED")).isEqualTo(60);
    assertThat(requestsByContract()).isEqualTo(Map.of("XPTO-1", 30L, "C2-1", 30L));
  }

  private void drop(int i) {
    Desk.Customer customer = i % 2 == 0 ? desk.xpto : desk.company2;
    customer.host().put(customer.address(), SampleMails.kind(i, customer.address()));
  }

  private Map<String, Long> requestsByContract() {
    return desk.rest().get("requests?size=200").json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("contract"))
        .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
  }

  private String occurrences(String number) {
    return desk.rest().get("requests/" + number).json().getJsonArray("occurrences").toString();
  }

  private long input(String name) {
    return Desk.id(desk.rest().first("mailboxes?type=INPUT&q=" + name.replace(" ", "%20")));
  }

  private static String reply(String messageId) {
    return """
        From: Ana <ana@customer.example>
        To: helpdesk@xpto.example
        Subject: Re: Printer
        Message-ID: <reply-1@customer.example>
        In-Reply-To: %s
        Date: Sun, 22 Nov 2026 12:00:00 +0000
        Content-Type: text/plain; charset=UTF-8

        It burns again.
        """
        .formatted(messageId);
  }

  private void assertThatNoSecretIsReadable() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(Desk.MAILBOX_PASSWORD)).as("%s holds a password", file).isFalse();
        assertThat(bytes.contains(RunningMailroom.PASSWORD))
            .as("%s holds a password", file)
            .isFalse();
      }
    }
  }
}
