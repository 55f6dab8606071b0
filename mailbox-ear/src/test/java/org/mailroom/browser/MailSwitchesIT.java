package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

/** All mail off and on, everything to one address, and old mail removed, as a person does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailSwitchesIT {
  private static final String ANA = "ana@customer.example";
  private static final String BOB = "bob@customer.example";
  private static final String TESTERS = "testers@mailroom.example";
  private static final String FLOW =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:mailroom="urn:mailroom:bpmn:1" targetNamespace="urn:mailroom:flows">
        <bpmn:process id="tell" name="Tell" isExecutable="true">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="mail"/>
          <bpmn:sendTask id="mail" name="Tell">
            <bpmn:extensionElements>
              <mailroom:email outbox="default" subject="Told">
                <mailroom:text>Hello</mailroom:text>
                <mailroom:recipient type="expression" value="${request.contact.email}"/>
              </mailroom:email>
            </bpmn:extensionElements>
          </bpmn:sendTask>
          <bpmn:sequenceFlow id="f2" sourceRef="mail" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private final MailHost host = new MailHost();
  @AutoClose private RunningMailroom mailroom;

  @BeforeAll
  void start(@TempDir Path directory) {
    mailroom =
        RunningMailroom.in(
            directory,
            Map.of(
                "MAILROOM_MAIL_HOST", "127.0.0.1",
                "MAILROOM_MAIL_PORT", Integer.toString(host.smtp()),
                "MAILROOM_MAIL_SECURITY", "NONE",
                "MAILROOM_MAIL_FROM", "desk@mailroom.example",
                "JAVA_TOOL_OPTIONS", "-Duser.timezone=" + whereItIsNoon()));
    Rest.Answer flow = mailroom.rest().post("flows", "application/xml", FLOW);
    assertThat(flow.status()).as(flow.body()).isEqualTo(201);
    mailroom
        .rest()
        .create(
            "contracts",
            Rest.json()
                .add("number", "C-1")
                .add("client", "Customer")
                .add("startDate", "2020-01-01")
                .add("flow", "tell"));
  }

  /** At three in the night Mailroom begins a purge by itself, which would be beside ours. */
  private static String whereItIsNoon() {
    return "GMT%+d".formatted(12 - LocalTime.now(ZoneOffset.UTC).getHour());
  }

  @Test
  void off_and_on_then_all_to_the_testers_then_a_purge() {
    SwitchesScreen switches = logIn().switches();
    switches.turnOff("a loop with a customer");
    suppressed_while_off();

    assertThat(switches.switches().banner("ALL MAIL IS OFF")).containsText("a loop");
    chromium.picture("switches-off");
    switches.turnOn();
    assertThat(host.delivered(ANA)).isZero();
    switches.queueSuppressed();
    await("SENT", "state=SENT");
    assertThat(host.delivered(ANA)).isOne();

    switches.divert(TESTERS, "a test system");
    diverted_to_the_testers(switches);
    purged();
  }

  private void suppressed_while_off() {
    open(ANA);
    await("SUPPRESSED", "state=SUPPRESSED");
    JsonObject off = mailroom.rest().get("switches").json().getJsonObject("mailOff");
    assertThat(off.getString("by")).isEqualTo("admin");
    assertThat(off.getString("why")).isEqualTo("a loop with a customer");
  }

  private void diverted_to_the_testers(SwitchesScreen switches) {
    open(BOB);
    Await.until("the testers have it", () -> host.delivered(TESTERS) == 1);
    Await.until("settled", () -> mailroom.rest().total("messages?state=SENT") == 2);
    assertThat(host.delivered(BOB)).isZero();
    JsonObject message = mailroom.rest().first("messages?state=SENT");
    assertThat(message.getJsonArray("to").getString(0)).isEqualTo(BOB);
    assertThat(message.getString("divertedTo")).isEqualTo(TESTERS);
    assertThat(switches.switches().banner("TEST SYSTEM:")).containsText(TESTERS);
    chromium.page().context().clearCookies();
    LogInScreen.at(mailroom.url(), chromium.page());
    assertThat(chromium.page().locator(".banner-warn")).containsText(TESTERS);
    chromium.picture("switches-login");
  }

  private void purged() {
    Screen messages = logIn().messages();
    chromium.picture("messages-diverted");
    PurgeScreen purge = messages.purge();
    purge.keep("Content of sent messages, days", 1).save();
    purge.look();
    assertThat(purge.page.locator("#wouldRemove")).containsText("0 messages");
    purge.run();
    chromium.picture("purge");
    assertThat(mailroom.rest().total("messages")).isEqualTo(2);
    assertThat(mailroom.rest().get("purge/policy").json().getInt("sentBodies")).isOne();
  }

  private Screen logIn() {
    return LogInScreen.at(mailroom.url(), chromium.page()).logIn("admin", RunningMailroom.PASSWORD);
  }

  private void open(String email) {
    mailroom
        .rest()
        .create(
            "requests",
            Rest.json()
                .add("contract", "C-1")
                .add("title", "Printer")
                .add("description", "It burns.")
                .add("contact", Rest.json().add("name", "Ana").add("email", email)));
  }

  private void await(String what, String filter) {
    Await.until(what, () -> mailroom.rest().total("messages?" + filter) == 1);
  }
}
