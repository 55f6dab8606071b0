package org.mailroom.routing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.contract.ContractFixture.view;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.outbox.Route;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.RoutingDecision;
import org.mailroom.routing.RoutingRule;

class RoutingRulesTest {
  private static final Route SESSION =
      Route.throughSession(new EmailAddress("noreply@mailroom.example"), "Mailroom");

  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final MailboxView own = mailboxes.output("XPTO outbox", "helpdesk@xpto.example");
  private final MailboxView other = mailboxes.output("Sales", "sales@mailroom.example");
  private final MailboxView paused = mailboxes.pausedOutput("Old outbox", "old@xpto.example");
  private final MailboxView input = mailboxes.input("XPTO inbox", "support@xpto.example");
  private final MailboxView answered =
      mailboxes.outputWithReplyTo("Desk", "desk@xpto.example", "answers@xpto.example");

  @Test
  void default_is_the_systems_outbox_whatever_the_contract_has() {
    RoutingDecision decision = decide(speaking(own), OutboxChoice.DEFAULT, SESSION);

    assertThat(decision.route()).isEqualTo(SESSION);
    assertThat(decision.rule()).isEqualTo(RoutingRule.ELEMENT_DEFAULT);
    assertThat(decision.explanation()).isEqualTo("Default: the system's default outbox speaks.");
  }

  @Test
  void specific_is_the_contracts_outbox_under_its_own_name() {
    RoutingDecision decision = decide(speaking(own), OutboxChoice.SPECIFIC, SESSION);

    assertThat(decision.route())
        .isEqualTo(
            Route.through(own.id(), new EmailAddress("helpdesk@xpto.example"), "XPTO outbox"));
    assertThat(decision.rule()).isEqualTo(RoutingRule.CONTRACT_OUTBOX);
    assertThat(decision.hold()).isEmpty();
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific: contract C-1 speaks through \"XPTO outbox\" <helpdesk@xpto.example>.");
  }

  @Test
  void specific_without_a_contracts_outbox_is_the_default_one() {
    RoutingDecision decision = decide(view(), OutboxChoice.SPECIFIC, SESSION);

    assertThat(decision.route()).isEqualTo(SESSION);
    assertThat(decision.rule()).isEqualTo(RoutingRule.CONTRACT_WITHOUT_OUTBOX);
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific, but contract C-1 has no Email mailbox:"
                + " the system's default outbox speaks.");
  }

  @Test
  void a_mailbox_picked_on_the_element_comes_before_the_contracts() {
    RoutingDecision decision = decide(speaking(own), picked(other.id()), SESSION);

    assertThat(decision.route().mailbox()).contains(other.id());
    assertThat(decision.rule()).isEqualTo(RoutingRule.ELEMENT_OUTBOX);
    assertThat(decision.explanation())
        .isEqualTo("Specific: the element speaks through \"Sales\" <sales@mailroom.example>.");
  }

  @Test
  void a_picked_mailbox_that_is_gone_leaves_the_default_one() {
    RoutingDecision decision = decide(speaking(own), picked(new MailboxId(99)), SESSION);

    assertThat(decision.route()).isEqualTo(SESSION);
    assertThat(decision.rule()).isEqualTo(RoutingRule.OUTBOX_GONE);
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific, but mailbox 99 is not there any more: the system's default outbox speaks.");
  }

  @Test
  void a_paused_outbox_keeps_its_mail_unless_the_contract_says_otherwise() {
    RoutingDecision decision =
        decide(speaking(paused, WhenOutboxUnavailable.WAIT), OutboxChoice.SPECIFIC, SESSION);

    assertThat(decision.route().mailbox()).contains(paused.id());
    assertThat(decision.rule()).isEqualTo(RoutingRule.CONTRACT_OUTBOX);
    assertThat(decision.hold()).isEmpty();
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific: contract C-1 speaks through \"Old outbox\" <old@xpto.example>;"
                + " it is paused, and the message waits there.");
  }

  @Test
  void a_contract_may_say_that_the_default_outbox_stands_in_for_a_paused_one() {
    RoutingDecision decision =
        decide(speaking(paused, WhenOutboxUnavailable.DEFAULT), OutboxChoice.SPECIFIC, SESSION);

    assertThat(decision.route()).isEqualTo(SESSION);
    assertThat(decision.rule()).isEqualTo(RoutingRule.UNAVAILABLE_DEFAULT);
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific, but \"Old outbox\" <old@xpto.example> is paused and contract C-1 says"
                + " Default: the system's default outbox speaks.");
  }

  @Test
  void a_contract_may_say_that_a_person_decides_about_a_paused_one() {
    RoutingDecision decision =
        decide(speaking(paused, WhenOutboxUnavailable.HOLD), picked(paused.id()), SESSION);

    assertThat(decision.route().mailbox()).contains(paused.id());
    assertThat(decision.rule()).isEqualTo(RoutingRule.UNAVAILABLE_HOLD);
    assertThat(decision.hold())
        .contains("\"Old outbox\" <old@xpto.example> is paused, and contract C-1 says Hold.");
    assertThat(decision.explanation())
        .isEqualTo(
            "Specific, but \"Old outbox\" <old@xpto.example> is paused, and contract C-1 says"
                + " Hold: the message waits for a person.");
  }

  @Test
  void without_a_default_outbox_the_message_waits_for_one() {
    RoutingDecision byElement = decide(view(), OutboxChoice.DEFAULT, Route.none());
    RoutingDecision byContract = decide(view(), OutboxChoice.SPECIFIC, Route.none());

    assertThat(byElement.route()).isEqualTo(Route.none());
    assertThat(byElement.rule()).isEqualTo(RoutingRule.NO_DEFAULT_OUTBOX);
    assertThat(byElement.explanation())
        .isEqualTo("Default, but no default outbox is set: the message waits as NO_OUTBOX.");
    assertThat(byContract.rule()).isEqualTo(RoutingRule.NO_DEFAULT_OUTBOX);
    assertThat(byContract.explanation())
        .isEqualTo(
            "Specific, but contract C-1 has no Email mailbox, and no default outbox is set:"
                + " the message waits as NO_OUTBOX.");
  }

  @Test
  void answers_come_back_to_the_contracts_input_mailbox_whoever_speaks() {
    ContractView contract =
        view(Optional.of(answered.id()), Optional.of(input.id()), WhenOutboxUnavailable.WAIT);

    assertThat(
            Stream.of(OutboxChoice.DEFAULT, OutboxChoice.SPECIFIC)
                .map(choice -> decide(contract, choice, SESSION).replyTo()))
        .containsOnly(EmailAddress.parse("support@xpto.example"));
  }

  @Test
  void without_an_input_mailbox_answers_go_where_the_outbox_says() {
    assertThat(decide(speaking(answered), OutboxChoice.SPECIFIC, SESSION).replyTo())
        .isEqualTo(EmailAddress.parse("answers@xpto.example"));
    assertThat(decide(speaking(own), OutboxChoice.SPECIFIC, SESSION).replyTo()).isEmpty();
  }

  @Test
  void an_input_mailbox_whose_user_is_no_address_takes_no_answers() {
    MailboxView account = mailboxes.input("Account", "xpto-account");
    ContractView contract =
        view(Optional.empty(), Optional.of(account.id()), WhenOutboxUnavailable.WAIT);

    assertThat(decide(contract, OutboxChoice.DEFAULT, SESSION).replyTo()).isEmpty();
  }

  private RoutingDecision decide(ContractView contract, OutboxChoice choice, Route byDefault) {
    return new RoutingRules(contract, this::find, () -> byDefault).decide(choice);
  }

  private Optional<MailboxView> find(MailboxId id) {
    return Stream.of(MailboxType.values())
        .flatMap(type -> mailboxes.ofType(type).stream())
        .filter(mailbox -> mailbox.id().equals(id))
        .findFirst();
  }

  private static ContractView speaking(MailboxView outbox) {
    return speaking(outbox, WhenOutboxUnavailable.WAIT);
  }

  private static ContractView speaking(MailboxView outbox, WhenOutboxUnavailable whenPaused) {
    return view(Optional.of(outbox.id()), Optional.empty(), whenPaused);
  }

  private static OutboxChoice picked(MailboxId mailbox) {
    return new OutboxChoice(true, Optional.of(mailbox));
  }
}
