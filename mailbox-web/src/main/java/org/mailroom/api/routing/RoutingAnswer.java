package org.mailroom.api.routing;

import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Route;
import org.mailroom.routing.RoutingDecision;
import org.mailroom.routing.RoutingRule;

/**
 * A routing decision in JSON.
 *
 * @param mailbox the id, or null if the mail leaves by the server's Mail Session or has no way
 * @param from the address in From, or null without a way
 * @param hold why it would wait for a person, or null
 */
public record RoutingAnswer(
    Route.Way way,
    Long mailbox,
    String from,
    String fromName,
    String replyTo,
    String hold,
    RoutingRule rule,
    String explanation) {

  static RoutingAnswer of(RoutingDecision decision) {
    Route route = decision.route();
    return new RoutingAnswer(
        route.way(),
        route.mailbox().map(MailboxId::value).orElse(null),
        route.from() == null ? null : route.from().value(),
        route.fromName(),
        decision.replyTo().map(EmailAddress::value).orElse(null),
        decision.hold().orElse(null),
        decision.rule(),
        decision.explanation());
  }
}
