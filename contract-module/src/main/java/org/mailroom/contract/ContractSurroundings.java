package org.mailroom.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.access.OwnWork;
import org.mailroom.contract.jpa.ContractStore;
import org.mailroom.contract.model.Contract;
import org.mailroom.contract.model.Surroundings;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;

/**
 * Looks the surroundings of a contract up: other contracts, mailboxes and flows. A number or an
 * Input mailbox may be taken by a contract that the caller knows nothing of; a mailbox that they
 * know nothing of cannot be linked.
 */
@Dependent
class ContractSurroundings implements Surroundings {
  @Inject ContractStore store;
  @EJB Mailboxes mailboxes;

  /** Unsatisfied where no flow engine is deployed; any key goes then. */
  @Inject Instance<FlowCatalog> flows;

  @Override
  public Optional<ContractId> numbered(String number) {
    return OwnWork.call(() -> store.numbered(number)).map(Contract::id);
  }

  @Override
  public Optional<ContractId> readingFrom(MailboxId inputMailbox) {
    return OwnWork.call(() -> store.readingFrom(inputMailbox)).map(Contract::id);
  }

  @Override
  public Optional<MailboxType> typeOf(MailboxId mailbox) {
    return mailboxes.find(mailbox).map(MailboxView::type);
  }

  @Override
  public boolean knowsFlow(String key) {
    return flows.isUnsatisfied() || flows.get().keys().contains(key);
  }
}
