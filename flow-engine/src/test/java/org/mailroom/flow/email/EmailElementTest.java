package org.mailroom.flow.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.email;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.recipient;
import static org.mailroom.flow.Drawing.straight;
import static org.mailroom.flow.Drawing.toContact;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.flow.Desk;
import org.mailroom.flow.Drawing;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.flowable.TestEngine;
import org.mailroom.flow.model.Run;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.template.TemplateView;

class EmailElementTest {
  private static final String TEXT = "<mailroom:text>Hi</mailroom:text>";

  private final Desk desk = new Desk();
  private final TestEngine engine = TestEngine.onH2(desk.requests(), EmailsOn.desk(desk));

  @AfterEach
  void stop() {
    engine.close();
  }

  private Run start(String xml) {
    Diagram diagram = Diagram.read(xml);
    engine.definitions().deploy(diagram.key(), diagram.executable());
    return engine.instances().start(diagram.key(), Desk.REQUEST);
  }

  /** The one message that an element with these attributes and this inside makes. */
  private OutgoingMail sent(String attributes, String inside) {
    start(straight("tell", email("tell", attributes, inside)));
    engine.runJobs();
    assertThat(desk.sent).hasSize(1);
    return desk.sent.get(0);
  }

  private static EmailAddress address(String address) {
    return new EmailAddress(address);
  }

  @Test
  void nothing_is_sent_in_the_transaction_that_opens_the_request() {
    start(straight("tell", emailToContact("tell")));

    assertThat(desk.sent).isEmpty();
  }

  @Test
  void two_elements_leave_by_two_identities() {
    desk.templates.put(
        "opened", new TemplateView("opened", "Opened ${IDSERVICEREQUEST}", "<p>Hi</p>", true));
    desk.groups.put(
        "SERVICE-DESK", List.of(address("desk@example.org"), address("Audit@example.org")));
    start(Drawing.file("two-emails.bpmn"));

    engine.runJobs();

    OutgoingMail specific = desk.sent.get(0);
    assertThat(specific.route().from()).isEqualTo(address("xpto@mailroom.example"));
    assertThat(specific.subject()).isEqualTo("Request 4711: Printer on fire [#4711-abcdefgh]");
    assertThat(specific.text()).isEqualTo("Dear Ann,\nwe are at it (4711).");
    assertThat(specific.to())
        .containsExactly(
            address("ann@customer.example"),
            address("desk@example.org"),
            address("Audit@example.org"));
    OutgoingMail byDefault = desk.sent.get(1);
    assertThat(byDefault.route().from()).isEqualTo(address("system@mailroom.example"));
    assertThat(byDefault.subject()).isEqualTo("Opened 4711 [#4711-abcdefgh]");
    assertThat(byDefault.html()).isEqualTo("<p>Hi</p>");
  }

  @Test
  void what_only_answers_a_mail_is_held_once_its_sender_gets_too_much() {
    desk.openedByMail();
    desk.refusal = "Two robots talk.";

    OutgoingMail mail = sent("", TEXT + toContact());

    assertThat(mail.hold()).contains("Two robots talk.");
    assertThat(desk.asked).containsExactly("ann@customer.example 4711/0");
    assertThat(desk.occurrences).last().asString().contains("It is held: Two robots talk.");
  }

  @Test
  void what_goes_to_others_or_was_opened_by_a_person_is_not_counted() {
    desk.refusal = "Two robots talk.";

    assertThat(sent("", TEXT + toContact()).hold()).isEmpty();
    desk.openedByMail();
    desk.sent.clear();
    assertThat(sent("", TEXT + recipient("address", "desk@example.org")).hold()).isEmpty();
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void recipients_are_found_in_every_way_and_written_to_once() {
    desk.groups.put("DESK", List.of(address("ANN@customer.example"), address("desk@example.org")));
    desk.users.put("bob", address("bob@example.org"));

    OutgoingMail mail =
        sent(
            "",
            TEXT
                + recipient("expression", "${contact.email}; cc@example.org, Bob@example.org;;")
                + recipient("group", "DESK")
                + recipient("user", "bob")
                + recipient("address", "desk@EXAMPLE.org"));

    assertThat(mail.to())
        .extracting(EmailAddress::value)
        .containsExactly(
            "ann@customer.example", "cc@example.org", "Bob@example.org", "desk@example.org");
  }

  @Test
  void who_cannot_be_found_is_left_out_and_told() {
    sent(
        "",
        TEXT
            + toContact()
            + recipient("group", "GONE")
            + recipient("user", "nobody")
            + recipient("expression", "${request.title}"));

    assertThat(desk.sent.get(0).to()).hasSize(1);
    assertThat(desk.occurrences)
        .singleElement()
        .asString()
        .contains("group GONE", "user nobody", "Printer on fire");
  }

  @Test
  void a_message_knows_its_request_its_conversation_and_its_origin() {
    OutgoingMail mail = sent("outbox='specific' mailbox='23' subject='Hello'", TEXT + toContact());

    assertThat(mail.reference()).isEqualTo("4711");
    assertThat(mail.thread()).containsExactly("<first@customer.example>");
    assertThat(mail.origin()).isEqualTo("flow support v1, element tell \"E-mail tell\"");
    assertThat(mail.route().mailbox()).contains(new MailboxId(23));
    assertThat(mail.replyTo()).contains(address("in@mailroom.example"));
    assertThat(mail.explanation()).isEqualTo("It was chosen.");
    assertThat(desk.thread).containsExactly("<first@customer.example>", "<1@mailroom.example>");
  }

  @Test
  void the_request_tells_what_was_queued() {
    sent("subject='Hello'", TEXT + toContact());

    assertThat(desk.occurrences)
        .containsExactly(
            "E-mail \"E-mail tell\" queued to 1 recipient via system@mailroom.example: It was"
                + " chosen.");
  }

  @Test
  void the_subject_carries_the_token_once() {
    assertThat(sent("subject='Re: x [#4711-abcdefgh]'", TEXT + toContact()).subject())
        .isEqualTo("Re: x [#4711-abcdefgh]");
  }

  @Test
  void the_subject_is_the_requests_title_if_there_is_no_other() {
    assertThat(sent("", TEXT + toContact()).subject())
        .isEqualTo("Printer on fire [#4711-abcdefgh]");
  }

  @Test
  void a_subject_of_its_own_goes_before_the_templates_and_the_template_before_the_text() {
    desk.templates.put("opened", new TemplateView("opened", "Title", "<p>Body</p>", true));

    OutgoingMail mail =
        sent("template='opened' subject='Mine ${IDSERVICEREQUEST}'", TEXT + toContact());

    assertThat(mail.subject()).isEqualTo("Mine 4711 [#4711-abcdefgh]");
    assertThat(mail.html()).isEqualTo("<p>Body</p>");
  }

  @Test
  void an_email_without_recipients_is_told_and_the_flow_goes_on() {
    desk.withoutContactAddress();
    Run run = start(straight("tell", emailToContact("tell")));

    engine.runJobs();

    assertThat(desk.sent).isEmpty();
    assertThat(desk.occurrences)
        .singleElement()
        .asString()
        .startsWith("Warning")
        .contains("no recipients");
    assertThat(engine.history().of(run).endedAt()).isNotNull();
  }

  @Test
  void a_failing_element_becomes_an_incident_and_runs_again_on_retry() {
    desk.outboxTrouble = new IllegalStateException("No space left");
    Run run = start(straight("tell", emailToContact("tell")));

    engine.runIntoIncident();

    FlowRunView failed = engine.history().of(run);
    assertThat(failed.active()).containsExactly("tell");
    assertThat(failed.incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.element()).isEqualTo("tell");
              assertThat(incident.message())
                  .isEqualTo("E-mail element \"E-mail tell\": No space left");
            });
    desk.outboxTrouble = null;
    assertThat(engine.instances().retry(run, failed.incidents().get(0).id())).isTrue();
    engine.runJobs();
    assertThat(desk.sent).hasSize(1);
    assertThat(engine.history().of(run).incidents()).isEmpty();
    assertThat(engine.history().of(run).endedAt()).isNotNull();
  }

  @Test
  void a_missing_template_is_an_incident_that_names_it() {
    Run run = start(straight("tell", email("tell", "template='gone'", toContact())));

    engine.runIntoIncident();

    assertThat(engine.history().of(run).incidents())
        .singleElement()
        .satisfies(incident -> assertThat(incident.message()).contains("\"gone\""));
  }
}
