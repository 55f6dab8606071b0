package org.mailroom.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

/** Tells the mailboxes which contracts name them. */
@ApplicationScoped
class UsesByContracts implements MailboxUsage {
  @EJB Contracts contracts;

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return usesOfEach(List.of(mailbox)).getOrDefault(mailbox, List.of());
  }

  @Override
  public Map<MailboxId, List<Use>> usesOfEach(Collection<MailboxId> mailboxes) {
    Set<MailboxId> wanted = Set.copyOf(mailboxes);
    Map<MailboxId, List<Use>> uses = new HashMap<>();
    for (ContractView contract : contracts.using(wanted)) {
      Stream.of(contract.inputMailbox(), contract.outputMailbox())
          .flatMap(Optional::stream)
          .filter(wanted::contains)
          .forEach(
              mailbox -> uses.computeIfAbsent(mailbox, m -> new ArrayList<>()).add(use(contract)));
    }
    return uses;
  }

  private static Use use(ContractView contract) {
    return new Use("contract", contract.number());
  }

  @Override
  public Set<MailboxId> named() {
    return contracts.mailboxesNamed();
  }
}
