package org.mailroom.flow;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.failure.Problem;
import org.mailroom.flow.email.EmailElement;
import org.mailroom.flow.model.Findings;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Warns that Specific means the default outbox for contracts that have none of their own. */
@Dependent
class ContractsWithoutOutbox {
  @EJB Contracts contracts;

  Findings touchedBy(List<EmailElement> elements) {
    List<EmailElement> specific =
        elements.stream().filter(e -> e.isSpecific() && e.mailbox().isEmpty()).toList();
    long without = specific.isEmpty() ? 0 : count();
    return without == 0
        ? Findings.NONE
        : Findings.warnings(
            List.of(
                new Problem(
                    "CONTRACTS_WITHOUT_OUTBOX",
                    specific.get(0).id(),
                    "%d active %s no outbox: Specific e-mail of their requests leaves by the default outbox."
                        .formatted(without, without == 1 ? "contract has" : "contracts have"))));
  }

  private long count() {
    long without = 0;
    Slice slice = Slice.first(Slice.MAX_SIZE);
    Page<ContractView> page = contracts.list(null, slice);
    while (!page.items().isEmpty()) {
      without += page.items().stream().filter(ContractsWithoutOutbox::lacksOutbox).count();
      slice = new Slice(slice.page() + 1, Slice.MAX_SIZE);
      page = contracts.list(null, slice);
    }
    return without;
  }

  private static boolean lacksOutbox(ContractView contract) {
    return contract.status() == ContractStatus.ACTIVE && contract.outputMailbox().isEmpty();
  }
}
