package org.mailroom.routing;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.OwnWork;
import org.mailroom.access.Reach;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.routing.model.RoutingRules;

/**
 * Decides by the contract of the request which outbox an e-mail element leaves through
 * (docs/routing.md).
 *
 * <p>Reads only; joins the caller's transaction. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class OutboxRouting {
  @EJB Contracts contracts;
  @EJB Mailboxes mailboxes;
  @EJB Outbox outbox;

  public RoutingDecision decide(ContractId contract, OutboxChoice choice) {
    ContractView of = contracts.get(contract);
    refuseOutOfReach(choice);
    // the way out may be a mailbox that the caller knows nothing of
    return OwnWork.call(() -> rules(of, choice).decide(choice));
  }

  private RoutingRules rules(ContractView contract, OutboxChoice choice) {
    Map<MailboxId, MailboxView> named = mailboxes.all(named(contract, choice));
    return new RoutingRules(contract, id -> find(id, choice, named), outbox::defaultRoute);
  }

  private static Set<MailboxId> named(ContractView contract, OutboxChoice choice) {
    Set<MailboxId> named = new HashSet<>();
    contract.inputMailbox().ifPresent(named::add);
    if (choice.specific()) {
      choice.mailbox().or(contract::outputMailbox).ifPresent(named::add);
    }
    return named;
  }

  /** Lest somebody asks mailbox after mailbox which address it speaks for. */
  private static void refuseOutOfReach(OutboxChoice choice) {
    choice
        .mailbox()
        .filter(id -> !Reach.ofThisCall().mailbox(id.value()))
        .ifPresent(
            unseen -> {
              throw new MailboxNotFound(unseen);
            });
  }

  private Optional<MailboxView> find(
      MailboxId id, OutboxChoice choice, Map<MailboxId, MailboxView> named) {
    Optional<MailboxView> found = Optional.ofNullable(named.get(id));
    // what a contract names, or the default outbox, is there: deleting it would have been refused.
    // What an element names may be gone, and to get() that would roll the caller's work back
    return choice.mailbox().filter(id::equals).isPresent()
        ? found.filter(mailbox -> mailbox.type() == MailboxType.OUTPUT)
        : found.or(() -> Optional.of(mailboxes.get(id)));
  }
}
