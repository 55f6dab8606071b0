package org.mailroom.api.reference;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractNotFound;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;

/** Finds contracts by number or id: a text is tried as a number first, a JSON number as an id. */
@ApplicationScoped
public class ContractReferences {
  @EJB Contracts contracts;

  public Optional<ContractId> find(Reference reference) {
    return reference.certainlyId()
        ? byId(reference).or(() -> byNumber(reference))
        : byNumber(reference).or(() -> byId(reference));
  }

  /**
   * @throws UnknownReference if a parameter names no contract
   */
  public ContractId get(String parameter) {
    var reference = Reference.toName(parameter);
    return find(reference).orElseThrow(() -> new UnknownReference("contract", reference));
  }

  private Optional<ContractId> byNumber(Reference reference) {
    return contracts.withNumber(reference.text()).map(ContractView::id);
  }

  private Optional<ContractId> byId(Reference reference) {
    return reference.id().map(ContractId::new).filter(this::exists);
  }

  private boolean exists(ContractId id) {
    try {
      return contracts.get(id).id().equals(id);
    } catch (ContractNotFound none) {
      return false;
    }
  }
}
