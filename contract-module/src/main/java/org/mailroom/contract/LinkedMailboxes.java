package org.mailroom.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.mailroom.access.Belongings;
import org.mailroom.contract.jpa.ContractStore;

/** Tells which mailboxes come with a contract: those that it names. */
@ApplicationScoped
class LinkedMailboxes implements Belongings {
  @Inject ContractStore store;

  @Override
  public Set<Long> mailboxesOf(Set<Long> contracts) {
    return contracts.isEmpty() ? Set.of() : Set.copyOf(store.mailboxesOf(contracts));
  }
}
