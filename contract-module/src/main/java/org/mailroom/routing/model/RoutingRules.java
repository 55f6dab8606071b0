package org.mailroom.routing.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.outbox.Route;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.RoutingDecision;
import org.mailroom.routing.RoutingRule;

/** Decides for one contract which outbox speaks (docs/routing.md). Immutable. */
public final class RoutingRules {
  private static final String DEFAULT_SPEAKS = "the system's default outbox speaks.";
  private static final String NOBODY_SPEAKS =
      "no default outbox is set: the message waits as NO_OUTBOX.";

  private final ContractView contract;
  private final Function<MailboxId, Optional<MailboxView>> mailboxes;
  private final Supplier<Route> defaultRoute;

  /**
   * @param mailboxes finds a mailbox that is still there
   * @param defaultRoute of the system's default outbox; asked only if that is to speak
   */
  public RoutingRules(
      ContractView contract,
      Function<MailboxId, Optional<MailboxView>> mailboxes,
      Supplier<Route> defaultRoute) {
    this.contract = contract;
    this.mailboxes = mailboxes;
    this.defaultRoute = defaultRoute;
  }

  public RoutingDecision decide(OutboxChoice choice) {
    if (!choice.specific()) {
      return byDefault(RoutingRule.ELEMENT_DEFAULT, "Default: ", "Default, but ");
    }
    return choice
        .mailbox()
        .map(picked -> through(picked, RoutingRule.ELEMENT_OUTBOX))
        .or(() -> contract.outputMailbox().map(own -> through(own, RoutingRule.CONTRACT_OUTBOX)))
        .orElseGet(
            () ->
                instead(
                    RoutingRule.CONTRACT_WITHOUT_OUTBOX,
                    "Specific, but contract %s has no Email mailbox".formatted(contract.number())));
  }

  private RoutingDecision through(MailboxId id, RoutingRule rule) {
    return mailboxes
        .apply(id)
        .map(outbox -> isPaused(outbox) ? paused(outbox, rule) : speaking(outbox, rule))
        .orElseGet(
            () ->
                instead(
                    RoutingRule.OUTBOX_GONE,
                    "Specific, but mailbox %s is not there any more".formatted(id)));
  }

  private static boolean isPaused(MailboxView outbox) {
    return !outbox.active() || outbox.status() == MailboxStatus.PAUSED;
  }

  private RoutingDecision speaking(MailboxView outbox, RoutingRule rule) {
    return decision(route(outbox), Optional.empty(), rule, chosen(outbox, rule) + ".");
  }

  private RoutingDecision paused(MailboxView outbox, RoutingRule rule) {
    if (contract.whenOutboxUnavailable() == WhenOutboxUnavailable.DEFAULT) {
      return instead(
          RoutingRule.UNAVAILABLE_DEFAULT,
          "Specific, but %s is paused and contract %s says Default"
              .formatted(named(outbox), contract.number()));
    }
    if (contract.whenOutboxUnavailable() == WhenOutboxUnavailable.HOLD) {
      String hold =
          "%s is paused, and contract %s says Hold".formatted(named(outbox), contract.number());
      return decision(
          route(outbox),
          Optional.of(hold + "."),
          RoutingRule.UNAVAILABLE_HOLD,
          "Specific, but " + hold + ": the message waits for a person.");
    }
    // another identity would be worse than a late mail
    String waits = "; it is paused, and the message waits there.";
    return decision(route(outbox), Optional.empty(), rule, chosen(outbox, rule) + waits);
  }

  private String chosen(MailboxView outbox, RoutingRule rule) {
    String who =
        rule == RoutingRule.ELEMENT_OUTBOX ? "the element" : "contract " + contract.number();
    return "Specific: %s speaks through %s".formatted(who, named(outbox));
  }

  private RoutingDecision instead(RoutingRule rule, String why) {
    return byDefault(rule, why + ": ", why + ", and ");
  }

  private RoutingDecision byDefault(RoutingRule rule, String speaking, String silent) {
    Route route = defaultRoute.get();
    return route.way() == Route.Way.NONE
        ? decision(route, Optional.empty(), RoutingRule.NO_DEFAULT_OUTBOX, silent + NOBODY_SPEAKS)
        : decision(route, Optional.empty(), rule, speaking + DEFAULT_SPEAKS);
  }

  private RoutingDecision decision(
      Route route, Optional<String> hold, RoutingRule rule, String explanation) {
    return new RoutingDecision(route, replyTo(route), hold, rule, explanation);
  }

  /** Answers come back to the contract, whoever speaks for it. */
  private Optional<EmailAddress> replyTo(Route route) {
    return contract
        .inputMailbox()
        .flatMap(mailboxes)
        .flatMap(input -> EmailAddress.parse(input.user()))
        .or(
            () ->
                route
                    .mailbox()
                    .flatMap(mailboxes)
                    .flatMap(outbox -> EmailAddress.parse(outbox.replyTo())));
  }

  private static Route route(MailboxView outbox) {
    return Route.through(outbox.id(), sender(outbox), outbox.senderName());
  }

  private static EmailAddress sender(MailboxView outbox) {
    return EmailAddress.parse(outbox.sender())
        .or(() -> EmailAddress.parse(outbox.user()))
        .orElseThrow(
            () -> new IllegalStateException("Mailbox %s has no sender".formatted(outbox.id())));
  }

  private static String named(MailboxView outbox) {
    return "\"%s\" <%s>".formatted(outbox.name(), sender(outbox));
  }
}
