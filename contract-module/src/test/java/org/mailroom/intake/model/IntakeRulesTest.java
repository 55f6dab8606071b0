package org.mailroom.intake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.contract.ContractFixture.TODAY;
import static org.mailroom.intake.MailFixture.mail;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.intake.MailFixture;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleId;
import org.mailroom.rule.RuleView;

class IntakeRulesTest {
  private static final ContractView CONTRACT = ContractFixture.view();
  private static final RequestView REQUEST = RequestFixture.view(Situation.IN_PROGRESS);
  private static final boolean KNOWN = true;
  private static final boolean STRANGER = false;

  @Test
  void a_new_mail_opens_a_request() {
    assertThat(judge(mail(), CONTRACT, STRANGER))
        .isEqualTo(new Verdict.Open(CONTRACT, Optional.empty(), "A new mail."));
  }

  @Test
  void a_robots_mail_is_ignored_with_its_reason_even_as_an_answer() {
    IncomingMail robot = mail().automatic("Auto-Submitted: auto-replied").build();

    assertThat(judge(robot, CONTRACT, KNOWN, REQUEST))
        .isEqualTo(new Verdict.Ignore("Auto-Submitted: auto-replied"));
  }

  @Test
  void our_own_mail_is_ignored_whatever_the_case() {
    assertThat(judge(mail().from("HELPDESK@xpto.example"), CONTRACT, KNOWN))
        .isEqualTo(new Verdict.Ignore("The sender is one of our own addresses."));
  }

  @Test
  void a_mail_without_a_sender_is_quarantined() {
    assertThat(judge(mail().from("nonsense"), CONTRACT, STRANGER))
        .isEqualTo(new Verdict.Quarantine("The mail names no readable sender."));
  }

  @Test
  void a_mail_in_a_mailbox_of_no_contract_is_quarantined() {
    assertThat(judge(mail(), null, STRANGER))
        .isEqualTo(new Verdict.Quarantine("No contract reads from this mailbox."));
  }

  @Test
  void an_answer_of_the_contact_is_appended() {
    assertThat(judge(mail().from("Ana@XPTO.example").build(), CONTRACT, STRANGER, REQUEST))
        .isEqualTo(new Verdict.Append(REQUEST, "It answers request 4711."));
  }

  @Test
  void an_answer_of_who_was_copied_before_or_of_staff_is_appended() {
    assertThat(judge(mail().from("bob@xpto.example").build(), CONTRACT, STRANGER, REQUEST))
        .isInstanceOf(Verdict.Append.class);
    assertThat(judge(mail().from("eve@desk.example").build(), CONTRACT, KNOWN, REQUEST))
        .isInstanceOf(Verdict.Append.class);
  }

  @Test
  void an_answer_is_appended_even_under_a_contract_that_runs_no_more() {
    IncomingMail answer = mail().build();

    assertThat(judge(answer, ContractFixture.inactiveView(), STRANGER, REQUEST))
        .isInstanceOf(Verdict.Append.class);
  }

  @Test
  void a_strangers_answer_opens_a_request_of_its_own() {
    assertThat(judge(mail().from("eve@evil.example").build(), CONTRACT, STRANGER, REQUEST))
        .isEqualTo(
            new Verdict.Open(
                CONTRACT,
                Optional.empty(),
                "It answers request 4711, but its sender takes no part in that one."));
  }

  @Test
  void a_strangers_answer_is_quarantined_where_strangers_may_not_write() {
    ContractView picky = ContractFixture.taking(SenderPolicy.KNOWN);

    assertThat(judge(mail().from("eve@evil.example").build(), picky, STRANGER, REQUEST))
        .isEqualTo(
            new Verdict.Quarantine(
                "It answers request 4711, but its sender takes no part in that one."
                    + " Contract C-1 takes mail from people we know only."));
  }

  @Test
  void an_answer_about_a_request_of_another_contract_opens_one_here() {
    assertThat(judge(mail().build(), CONTRACT, KNOWN, underContract(2)))
        .isEqualTo(
            new Verdict.Open(
                CONTRACT,
                Optional.empty(),
                "It answers request 4711, which belongs to another contract."));
  }

  @Test
  void an_answer_to_a_cancelled_request_opens_one_that_refers_to_it() {
    ContractView picky = ContractFixture.taking(SenderPolicy.KNOWN);
    RequestView cancelled = RequestFixture.view(Situation.CANCELLED);

    assertThat(judge(mail().build(), picky, STRANGER, cancelled))
        .isEqualTo(
            new Verdict.Open(
                picky,
                Optional.of(new RequestNumber(4711)),
                "It answers request 4711, which is Cancelled."));
  }

  @Test
  void an_answer_to_a_closed_or_resolved_request_reopens_it() {
    for (Situation situation : new Situation[] {Situation.CLOSED, Situation.RESOLVED}) {
      RequestView request = RequestFixture.view(situation);

      assertThat(judge(mail().build(), CONTRACT, STRANGER, request))
          .isEqualTo(new Verdict.Append(request, "It answers request 4711, which it reopens."));
    }
  }

  @Test
  void a_new_mail_under_a_contract_that_does_not_run_is_quarantined() {
    assertThat(judge(mail(), ContractFixture.inactiveView(), KNOWN))
        .isEqualTo(new Verdict.Quarantine("A new mail. Contract C-1 does not run on 2026-11-22."));
  }

  @Test
  void known_people_only_means_known_people_only() {
    ContractView picky = ContractFixture.taking(SenderPolicy.KNOWN);

    assertThat(judge(mail(), picky, KNOWN)).isInstanceOf(Verdict.Open.class);
    assertThat(judge(mail(), picky, STRANGER)).isInstanceOf(Verdict.Quarantine.class);
  }

  @Test
  void the_clients_domains_may_be_let_in_too() {
    ContractView policy = ContractFixture.taking(SenderPolicy.KNOWN_OR_DOMAIN);

    assertThat(judge(mail().from("new@XPTO.example"), policy, STRANGER))
        .isInstanceOf(Verdict.Open.class);
    assertThat(judge(mail().from("eve@desk.example"), policy, KNOWN))
        .isInstanceOf(Verdict.Open.class);
    assertThat(judge(mail().from("eve@not-xpto.example"), policy, STRANGER))
        .isEqualTo(
            new Verdict.Quarantine(
                "A new mail. Contract C-1 takes mail from people we know"
                    + " and the client's domains only."));
  }

  @Test
  void who_else_it_went_to_is_copied_but_for_us_and_the_sender() {
    IncomingMail mail =
        mail().to("Helpdesk@xpto.example", "ana@xpto.example", "carl@xpto.example").build();

    assertThat(facts(mail, CONTRACT, STRANGER, null).copied())
        .containsExactly(new EmailAddress("carl@xpto.example"));
  }

  private static Verdict judge(MailFixture mail, ContractView contract, boolean known) {
    return IntakeRules.judge(facts(mail.build(), contract, known, null));
  }

  private static Verdict judge(
      IncomingMail mail, ContractView contract, boolean known, RequestView answered) {
    return IntakeRules.judge(facts(mail, contract, known, answered));
  }

  private static Circumstances facts(
      IncomingMail mail, ContractView contract, boolean known, RequestView answered) {
    return new Circumstances(
        mail,
        Optional.ofNullable(contract),
        TODAY,
        List.of(new EmailAddress("helpdesk@xpto.example")),
        known,
        false,
        Optional.ofNullable(answered),
        Optional.empty());
  }

  @Test
  void a_released_sender_is_let_in_whatever_the_policy() {
    ContractView picky = ContractFixture.taking(SenderPolicy.KNOWN);

    assertThat(IntakeRules.judge(with(mail().build(), picky, true, null)))
        .isInstanceOf(Verdict.Open.class);
  }

  @Test
  void a_rule_classifies_the_request_that_a_mail_opens() {
    RuleView rule = rule(RuleAction.OPEN);

    Verdict verdict = IntakeRules.judge(with(mail().build(), CONTRACT, false, rule));

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Open(
                CONTRACT,
                Optional.empty(),
                "A new mail. Rule \"Invoices\" applies.",
                Optional.of(rule)));
    assertThat(((Verdict.Open) verdict).classification()).isEqualTo(rule.classification());
  }

  @Test
  void a_rule_ignores_or_quarantines_what_would_open_a_request() {
    assertThat(IntakeRules.judge(with(mail().build(), CONTRACT, false, rule(RuleAction.IGNORE))))
        .isEqualTo(
            new Verdict.Ignore(
                "A new mail. Rule \"Invoices\" ignores it.", Optional.of(rule(RuleAction.IGNORE))));
    assertThat(
            IntakeRules.judge(with(mail().build(), CONTRACT, false, rule(RuleAction.QUARANTINE))))
        .isEqualTo(
            new Verdict.Quarantine(
                "A new mail. Rule \"Invoices\" puts it in quarantine.",
                Optional.of(rule(RuleAction.QUARANTINE))));
  }

  @Test
  void a_rule_lets_nobody_in_and_starts_no_contract() {
    RuleView rule = rule(RuleAction.OPEN);

    assertThat(
            IntakeRules.judge(
                with(mail().build(), ContractFixture.taking(SenderPolicy.KNOWN), false, rule)))
        .isInstanceOf(Verdict.Quarantine.class);
    assertThat(IntakeRules.judge(with(mail().build(), ContractFixture.inactiveView(), false, rule)))
        .isInstanceOf(Verdict.Quarantine.class);
  }

  @Test
  void a_rule_stops_no_answer() {
    Circumstances facts =
        new Circumstances(
            mail().build(),
            Optional.of(CONTRACT),
            TODAY,
            List.of(),
            STRANGER,
            false,
            Optional.of(REQUEST),
            Optional.of(rule(RuleAction.IGNORE)));

    assertThat(IntakeRules.judge(facts))
        .isEqualTo(new Verdict.Append(REQUEST, "It answers request 4711."));
  }

  private static RuleView rule(RuleAction action) {
    return new RuleView(
        new RuleId(7),
        new MailboxId(1),
        1,
        "Invoices",
        true,
        List.of(),
        action,
        new Classification("Accounting", Priority.HIGH, "DESK"));
  }

  private static Circumstances with(
      IncomingMail mail, ContractView contract, boolean released, RuleView rule) {
    return new Circumstances(
        mail,
        Optional.of(contract),
        TODAY,
        List.of(),
        STRANGER,
        released,
        Optional.empty(),
        Optional.ofNullable(rule));
  }

  private static RequestView underContract(long id) {
    return new RequestView(
        new RequestNumber(4711),
        new ContractId(id),
        "C-2",
        "Company2",
        "Mouse",
        "",
        new Contact("Ana", EmailAddress.parse("ana@xpto.example")),
        List.of(),
        "mail",
        Situation.IN_PROGRESS,
        Optional.empty(),
        Optional.empty(),
        Classification.NONE,
        List.of(),
        REQUEST.openedAt(),
        "system",
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
