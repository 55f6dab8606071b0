package org.mailroom.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractUsage;
import org.mailroom.request.jpa.RequestStore;

/** Tells the contracts how many requests they have. */
@ApplicationScoped
class RequestsUnderContracts implements ContractUsage {
  @Inject RequestStore store;

  @Override
  public long requestsUnder(ContractId contract) {
    return store.countUnder(contract);
  }
}
