package org.mailroom.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.mailroom.access.Belongings;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractUsage;
import org.mailroom.request.jpa.RequestStore;

/** Tells how many requests a contract has, and whether one is among them. */
@ApplicationScoped
class RequestsUnderContracts implements ContractUsage, Belongings {
  @Inject RequestStore store;

  @Override
  public long requestsUnder(ContractId contract) {
    return store.countUnder(contract);
  }

  @Override
  public boolean covers(Set<Long> contracts, String reference) {
    return RequestNumber.in(reference)
        .flatMap(store::find)
        .filter(request -> contracts.contains(request.contract().value()))
        .isPresent();
  }
}
