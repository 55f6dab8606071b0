package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.MailHost;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;
import org.mailroom.deployed.SampleMails;

/** Mail in quarantine, rules and the trial of a mail, as a person works with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedIT {
  private static final String DESK = "desk@xpto.example";
  private static final String SECRET = "s3cret-Of-A-Mailbox";

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private final MailHost host = new MailHost();
  @AutoClose private RunningMailroom mailroom;
  private int mailbox;

  @BeforeAll
  void a_contract_that_takes_mail_from_known_people_only(@TempDir Path directory) {
    host.account(DESK, SECRET);
    mailroom = RunningMailroom.in(directory, Map.of());
    mailbox = mailroom.rest().create("mailboxes", input()).getInt("id");
    mailroom
        .rest()
        .create(
            "contracts",
            Rest.json()
                .add("number", "C-1")
                .add("client", "XPTO")
                .add("startDate", "2020-01-01")
                .add("senderPolicy", "KNOWN")
                .add("inputMailbox", mailbox));
    String desk = "{\"name\": \"Desk\", \"addresses\": [\"desk@mailroom.example\"]}";
    assertThat(mailroom.rest().send("PUT", "groups/DESK", "application/json", desk).status())
        .isBetween(200, 204);
    mailroom.rest().create("requests", Rest.json().add("contract", "C-1").add("title", "Printer"));
  }

  private JsonObjectBuilder input() {
    return Rest.json()
        .add("name", "XPTO in")
        .add("type", "INPUT")
        .add("server", "127.0.0.1")
        .add("port", host.imap())
        .add("security", "NONE")
        .add("protocol", "IMAP")
        .add("authentication", "PASSWORD")
        .add("user", DESK)
        .add("password", SECRET)
        .add("readExisting", true);
  }

  @Test
  void a_mail_is_assigned_a_sender_released_a_rule_made_and_a_mail_tried() {
    put("bob@other.example", "Printer still dark", "It is about the printer.");
    put("eve@other.example", "Invoice 4711", "Please pay.");
    put("eve@other.example", "Invoice 4712", "Please pay again.");
    await("state=QUARANTINED", 3);
    ReceivedListScreen list = logIn().received().showOnly("Quarantined");
    assertThat(list.rows("takes mail from people we know only")).hasCount(3);
    chromium.picture("received-quarantined");

    list.open("Printer still dark").shows("It is about the printer.").assign("1");
    chromium.picture("received-assigned");
    list.requests().open("Printer").logs("It is about the printer.");

    aRuleOnInvoices();
    list.received().showOnly("Quarantined").open("Invoice 4712").releaseSender();
    await("state=OPENED", 2);
    assertThat(mailroom.rest().first("requests").getString("priority")).isEqualTo("HIGH");

    aMailIsTried(list.received().tryMail());
    await("state=QUARANTINED", 0);
  }

  @Test
  void rules_of_a_configuration_are_shown_line_by_line_before_they_are_applied() {
    String document =
        """
        mailroom: 1
        mailRules:
          - mailbox: XPTO in
            rules:
              - {name: Noise, action: IGNORE, conditions: [{field: SUBJECT, test: EQUALS, wanted: noise}]}
              - {name: Hopeless, conditions: [{field: SUBJECT, test: MATCHES, wanted: "["}]}
        """;

    TransferScreen transfer = logIn().transfer().look(document, "");
    assertThat(transfer.problems()).containsText("Line 6");
    assertThat(transfer.problems()).containsText("mailRules[0].rules[1].conditions[0]");

    transfer.look(document.replace("\"[\"", "hopeless"), "");
    assertThat(transfer.change("XPTO in")).containsText("Mail rules");
    assertThat(transfer.change("XPTO in")).containsText("{name: Noise");
    chromium.picture("configuration-rules");
  }

  @Test
  void a_request_is_classified_by_hand_and_its_log_tells() {
    logIn()
        .requests()
        .open("Printer")
        .classify("Screens", "Critical", "DESK")
        .logs("Group: – → DESK");
    chromium.picture("request-classified");

    assertThat(mailroom.rest().get("requests/1").body())
        .contains("\"service\":\"Screens\"", "\"priority\":\"CRITICAL\"", "\"group\":\"DESK\"");
    assertThat(classified("{\"service\": \"Printing\"}"))
        .contains("\"priority\":\"NORMAL\"", "Priority: CRITICAL → NORMAL; Group: DESK → –");
    assertThat(classified("{\"group\": \"NOBODY\", \"priority\": \"HIGH\"}"))
        .contains("GROUP_UNKNOWN", "There is no group NOBODY.");
    assertThat(classified("{\"priority\": \"URGENT\"}")).contains("\"field\":\"priority\"");
  }

  private String classified(String json) {
    return mailroom
        .rest()
        .send("PUT", "requests/1/classification", "application/json", json)
        .body();
  }

  private void aRuleOnInvoices() {
    chromium.page().navigate(mailroom.url() + "rule/list.xhtml?mailbox=" + mailbox);
    RuleListScreen rules = new RuleListScreen(chromium.page());
    assertThat(rules.add("Invoices", "invoice", "Accounting", "High").rows("Accounting"))
        .hasCount(1);
    chromium.picture("rules");
  }

  private void aMailIsTried(TrialScreen trial) {
    trial
        .judge("XPTO in", mail("eve@other.example", "Invoice 4713", "And again."))
        .shows("New request")
        .shows("Rule \"Invoices\" applies.")
        .shows("Accounting")
        .shows("And again.");
    chromium.picture("received-trial");
    trial.judge("XPTO in", mail("zoe@other.example", "Hello", "Who am I?")).shows("Quarantined");
    assertThat(mailroom.rest().total("received")).isEqualTo(3);
  }

  private Screen logIn() {
    return LogInScreen.at(mailroom.url(), chromium.page()).logIn("admin", RunningMailroom.PASSWORD);
  }

  private void await(String filter, int mails) {
    Await.until(filter, () -> mailroom.rest().total("received?" + filter) == mails);
  }

  private void put(String from, String subject, String text) {
    host.put(DESK, mail(from, subject, text));
  }

  private static String mail(String from, String subject, String text) {
    return SampleMails.plain(from, DESK, subject, subject.hashCode() + "@other.example", text);
  }
}
