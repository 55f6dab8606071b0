package org.mailroom.api.reference;

import org.mailroom.contract.ContractView;

/** References among contracts in memory. */
public final class ContractReferencesOf {
  private ContractReferencesOf() {}

  public static ContractReferences these(ContractView... all) {
    var references = new ContractReferences();
    references.contracts = FakeContracts.of(all);
    return references;
  }
}
