package org.mailroom.rule.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.MailFixture.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.RuleTest;
import org.mailroom.rule.RuleView;

class MatchingTest {
  private String raw = "Subject: Printer on fire\n\nIt burns.";

  @Test
  void a_rule_without_conditions_holds_for_every_mail() {
    assertThat(holds(mail().build())).isTrue();
  }

  @Test
  void all_conditions_must_hold() {
    RuleCondition good = condition(RuleField.SUBJECT, RuleTest.CONTAINS, "PRINTER");
    RuleCondition bad = condition(RuleField.SUBJECT, RuleTest.EQUALS, "printer");

    assertThat(holds(mail().build(), good)).isTrue();
    assertThat(holds(mail().build(), good, bad)).isFalse();
  }

  @Test
  void a_sender_is_known_by_address_or_name() {
    IncomingMail mail = mail().from("Ana@XPTO.example").named("Ana Silva").build();

    assertThat(holds(mail, condition(RuleField.SENDER, RuleTest.EQUALS, "ana@xpto.example")))
        .isTrue();
    assertThat(holds(mail, condition(RuleField.SENDER, RuleTest.EQUALS, "ana silva"))).isTrue();
    assertThat(holds(mail, condition(RuleField.SENDER, RuleTest.MATCHES, "@xpto\\.example$")))
        .isTrue();
    assertThat(holds(mail, condition(RuleField.SENDER, RuleTest.CONTAINS, "other"))).isFalse();
  }

  @Test
  void any_recipient_will_do() {
    IncomingMail mail = mail().to("support@xpto.example", "sales@xpto.example").build();

    assertThat(holds(mail, condition(RuleField.RECIPIENT, RuleTest.CONTAINS, "SALES@"))).isTrue();
    assertThat(holds(mail, condition(RuleField.RECIPIENT, RuleTest.CONTAINS, "info@"))).isFalse();
  }

  @Test
  void a_header_is_decoded_and_any_of_its_values_will_do() {
    raw = "X-Tag: one\nx-tag: =?UTF-8?Q?d=C3=A9ux?=\n\nIt burns.";

    assertThat(holds(mail().build(), header("X-TAG", "déux"))).isTrue();
    assertThat(holds(mail().build(), header("X-Tag", "three"))).isFalse();
    assertThat(holds(mail().build(), header("X-Other", "one"))).isFalse();
  }

  @Test
  void no_mail_makes_an_expression_slow() throws Exception {
    IncomingMail mail = mail().subject("a".repeat(998) + "!").build();
    RuleCondition greedy = condition(RuleField.SUBJECT, RuleTest.MATCHES, "^(a+)+$");

    boolean held = ProcessorTime.callWithin(Duration.ofSeconds(2), () -> holds(mail, greedy));

    assertThat(held).isFalse();
  }

  private boolean holds(IncomingMail mail, RuleCondition... conditions) {
    RuleView rule =
        new RuleView(
            new RuleId(1),
            new MailboxId(1),
            1,
            "Rule",
            true,
            List.of(conditions),
            RuleAction.OPEN,
            Classification.NONE);
    return new Matching(mail, () -> MailHeaders.of(raw.getBytes(StandardCharsets.UTF_8)))
        .holds(rule);
  }

  private static RuleCondition condition(RuleField field, RuleTest test, String wanted) {
    return new RuleCondition(field, "", test, wanted);
  }

  private static RuleCondition header(String name, String wanted) {
    return new RuleCondition(RuleField.HEADER, name, RuleTest.EQUALS, wanted);
  }
}
