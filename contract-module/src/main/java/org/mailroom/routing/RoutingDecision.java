package org.mailroom.routing;

import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.Route;

/**
 * How a message leaves, and why.
 *
 * @param replyTo the contract's incoming address, when there is one
 * @param hold why it must wait for a person; empty if it need not
 * @param explanation one sentence for people
 */
public record RoutingDecision(
    Route route,
    Optional<EmailAddress> replyTo,
    Optional<String> hold,
    RoutingRule rule,
    String explanation) {}
