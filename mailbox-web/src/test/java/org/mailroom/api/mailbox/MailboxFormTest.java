package org.mailroom.api.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.json.JsonAnswers;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.FakeContracts;
import org.mailroom.api.reference.FakeMailboxes;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.mailbox.Trial;
import org.mailroom.vault.Secret;

class MailboxFormTest {
  @Test
  void every_setting_has_its_property() {
    var form =
        form(
            """
            {"name": "Desk", "type": "INPUT", "server": "mail.example.org", "port": 993,
             "security": "TLS", "authentication": "PASSWORD", "user": "desk", "password": "s3cret",
             "removePassword": false, "protocol": "IMAP", "folder": "INBOX",
             "sender": "desk@example.org", "senderName": "Service desk",
             "replyTo": "answers@example.org", "verifyCertificate": true, "active": false,
             "readExisting": true,
             "afterReading": {"afterSuccess": "MOVE", "successFolder": "Done",
               "afterFailure": "FLAG", "failureFolder": null}, "version": 4}\
            """);
    assertThat(form.draft())
        .isEqualTo(
            new MailboxDraft(
                "Desk",
                MailboxType.INPUT,
                "mail.example.org",
                993,
                Security.TLS,
                Authentication.PASSWORD,
                "desk",
                Secret.of("s3cret"),
                false,
                Protocol.IMAP,
                "INBOX",
                "desk@example.org",
                "Service desk",
                "answers@example.org",
                true,
                false,
                true,
                null,
                null,
                null,
                null,
                new AfterReading(ServerAction.MOVE, "Done", ServerAction.FLAG, null)));
    assertThat(form.version()).isEqualTo(4);
  }

  @Test
  void what_is_absent_is_null() {
    var draft = form("{}").draft();
    assertThat(draft).hasAllNullFieldsOrPropertiesExcept("removePassword");
    assertThat(draft.removePassword()).isFalse();
  }

  @Test
  void an_empty_password_changes_nothing() {
    assertThat(form("{\"password\": \"\"}").draft().password()).isNull();
  }

  @Test
  void a_trial_may_use_the_password_of_a_stored_mailbox() {
    var trial = form("{\"id\": 7, \"server\": \"mail.example.org\"}").trial();
    assertThat(trial.stored()).contains(new MailboxId(7));
    assertThat(trial.draft().server()).isEqualTo("mail.example.org");
    assertThat(form("{}").trial().stored()).isEmpty();
  }

  @Test
  void an_id_alone_is_the_mailbox_as_it_is_saved() {
    assertThat(form("{\"id\": 7}").trial()).isEqualTo(Trial.of(new MailboxId(7)));
  }

  @Test
  void a_round_trip_names_both_ends() {
    var trip =
        Body.of("{\"output\": {\"id\": 1}, \"input\": {\"id\": 2}, \"seconds\": 5}")
            .as(RoundTripForm::read);
    assertThat(trip.output().trial()).isEqualTo(Trial.of(new MailboxId(1)));
    assertThat(trip.input().trial()).isEqualTo(Trial.of(new MailboxId(2)));
    assertThat(trip.patience()).hasSeconds(5);
    assertThat(trip.address()).isEmpty();
    assertThatThrownBy(() -> Body.of("{\"seconds\": 0}").as(RoundTripForm::read))
        .hasMessageContaining("output")
        .hasMessageContaining("input")
        .hasMessageContaining("seconds");
  }

  @Test
  void an_answer_can_be_sent_back() {
    var mailbox = FakeMailboxes.mailbox(7, "Desk", MailboxType.OUTPUT);
    var answer = MailboxAnswer.of(mailbox, List.of(FakeContracts.contract(1, "C-1")), null);
    var json = new JsonAnswers().getContext(MailboxAnswer.class).toJson(answer);
    assertThat(json).contains("\"contracts\":[{\"id\":1,\"number\":\"C-1\"}]");
    assertThat(form(json).draft().name()).isEqualTo("Desk");
  }

  @Test
  void a_property_that_no_mailbox_has_is_refused() {
    assertThatThrownBy(() -> form("{\"host\": \"mail.example.org\"}"))
        .isInstanceOf(InvalidBody.class)
        .hasMessageContaining("\"host\"");
  }

  private static MailboxForm form(String json) {
    return Body.of(json).as(MailboxForm::read);
  }
}
