package org.mailroom.flow.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.email;
import static org.mailroom.flow.Drawing.recipient;
import static org.mailroom.flow.Drawing.straight;
import static org.mailroom.flow.Drawing.toContact;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.flow.Desk;
import org.mailroom.flow.OutputMailboxes;
import org.mailroom.flow.model.Findings;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.template.TemplateView;

class EmailRulesTest {
  private static final String TEXT = "<mailroom:text>Hi</mailroom:text>";

  private final Desk desk = new Desk();
  private final EmailRules rules = RulesOn.desk(desk, new OutputMailboxes(23L));

  private Findings findings(String attributes, String inside) {
    return rules.findings(RulesOn.elements(straight("tell", email("tell", attributes, inside))));
  }

  private List<String> problems(String attributes, String inside) {
    return findings(attributes, inside).problems().stream().map(Problem::code).toList();
  }

  private List<String> warnings(String attributes, String inside) {
    return findings(attributes, inside).warnings().stream().map(Problem::code).toList();
  }

  @Test
  void a_complete_element_is_fine() {
    assertThat(findings("outbox='specific' mailbox='23' subject='S'", TEXT + toContact()))
        .isEqualTo(Findings.NONE);
    assertThat(findings("", TEXT + toContact())).isEqualTo(Findings.NONE);
  }

  @Test
  void an_element_has_a_recipient_and_something_to_say() {
    assertThat(problems("", "")).containsExactly("EMAIL_NO_TEXT", "EMAIL_NO_RECIPIENT");
    assertThat(problems("", "<mailroom:text> </mailroom:text>" + toContact()))
        .containsExactly("EMAIL_NO_TEXT");
  }

  @Test
  void a_send_task_without_an_email_is_no_email_element_yet() {
    List<EmailElement> bare = RulesOn.elements(straight("tell", "<sendTask id='tell'/>"));

    assertThat(rules.findings(bare).problems())
        .extracting(Problem::code)
        .containsExactly("EMAIL_NO_TEXT", "EMAIL_NO_RECIPIENT");
  }

  @Test
  void a_problem_names_the_element_in_a_sentence() {
    assertThat(findings("", TEXT).problems())
        .containsExactly(
            new Problem(
                "EMAIL_NO_RECIPIENT",
                "tell",
                "E-mail element \"E-mail tell\" names no recipient."));
  }

  @Test
  void the_template_is_there_and_active() {
    desk.templates.put("off", new TemplateView("off", "T", "H", false));
    desk.templates.put("on", new TemplateView("on", "T", "H", true));

    assertThat(problems("template='gone'", toContact())).containsExactly("EMAIL_TEMPLATE_UNKNOWN");
    assertThat(problems("template='off'", toContact())).containsExactly("EMAIL_TEMPLATE_UNKNOWN");
    assertThat(problems("template='on'", toContact())).isEmpty();
    assertThat(warnings("template='on'", TEXT + toContact()))
        .containsExactly("EMAIL_TEMPLATE_AND_TEXT");
  }

  @Test
  void the_mailbox_is_an_output_mailbox_that_is_there() {
    assertThat(problems("outbox='specific' mailbox='99'", TEXT + toContact()))
        .containsExactly("EMAIL_MAILBOX");
    assertThat(problems("outbox='specific' mailbox='x'", TEXT + toContact()))
        .containsExactly("EMAIL_MAILBOX");
    assertThat(problems("outbox='specific' mailbox=' '", TEXT + toContact())).isEmpty();
  }

  @Test
  void the_outbox_is_default_or_specific() {
    assertThat(problems("outbox='contract'", TEXT + toContact())).containsExactly("EMAIL_OUTBOX");
  }

  @Test
  void recipients_are_of_a_known_kind_and_form() {
    assertThat(problems("", TEXT + recipient("role", "x"))).containsExactly("EMAIL_RECIPIENT_TYPE");
    assertThat(problems("", TEXT + recipient("address", "ann at home")))
        .containsExactly("EMAIL_ADDRESS");
    assertThat(problems("", TEXT + recipient("expression", "${request.getClass()}")))
        .containsExactly("EXPRESSION");
  }

  @Test
  void groups_and_people_that_are_missing_only_warn() {
    desk.groups.put("DESK", List.of());
    desk.users.put("bob", new EmailAddress("bob@example.org"));

    assertThat(findings("", TEXT + recipient("group", "DESK") + recipient("user", "bob")))
        .isEqualTo(Findings.NONE);
    assertThat(warnings("", TEXT + recipient("group", "GONE") + recipient("user", "nobody")))
        .containsExactly("EMAIL_GROUP_UNKNOWN", "EMAIL_USER_UNKNOWN");
  }

  @Test
  void subject_and_text_hold_no_forbidden_expression() {
    assertThat(problems("subject='${request.owner}'", TEXT + toContact()))
        .containsExactly("EXPRESSION");
    assertThat(problems("", "<mailroom:text>${''.class}</mailroom:text>" + toContact()))
        .containsExactly("EXPRESSION");
    assertThat(
            problems(
                "", "<mailroom:text>${IDSERVICEREQUEST} ${SITUACAO}</mailroom:text>" + toContact()))
        .isEmpty();
  }
}
