package org.mailroom.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.Route;

class OutboxRoutingTest {
  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private final MailboxView output = mailboxes.output("XPTO outbox", "helpdesk@xpto.example");
  private final MailboxView input = mailboxes.input("XPTO inbox", "support@xpto.example");

  @Test
  void looks_the_contracts_mailboxes_up() {
    RoutingDecision decision = routing().decide(new ContractId(1), OutboxChoice.SPECIFIC);

    assertThat(decision.route().mailbox()).contains(output.id());
    assertThat(decision.replyTo()).contains(new EmailAddress("support@xpto.example"));
  }

  @Test
  void a_mailbox_that_an_element_names_and_is_gone_is_no_failure() {
    OutboxChoice gone = new OutboxChoice(true, Optional.of(new MailboxId(99)));

    assertThat(routing().decide(new ContractId(1), gone).rule()).isEqualTo(RoutingRule.OUTBOX_GONE);
  }

  @Test
  void an_input_mailbox_picked_on_an_element_does_not_speak() {
    OutboxChoice wrong = new OutboxChoice(true, Optional.of(input.id()));

    assertThat(routing().decide(new ContractId(1), wrong).rule())
        .isEqualTo(RoutingRule.OUTBOX_GONE);
  }

  private OutboxRouting routing() {
    OutboxRouting routing = new OutboxRouting();
    routing.contracts = new OneContract();
    routing.mailboxes = mailboxes;
    routing.outbox = new SessionByDefault();
    return routing;
  }

  private final class OneContract extends Contracts {
    @Override
    public ContractView get(ContractId id) {
      return ContractFixture.view(
          Optional.of(output.id()), Optional.of(input.id()), WhenOutboxUnavailable.WAIT);
    }
  }

  private static final class SessionByDefault extends Outbox {
    @Override
    public Route defaultRoute() {
      return Route.throughSession(new EmailAddress("noreply@mailroom.example"), "");
    }
  }
}
