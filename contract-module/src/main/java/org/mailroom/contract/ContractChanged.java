package org.mailroom.contract;

import org.mailroom.failure.Conflict;

/** Somebody else has changed the contract since it was read. */
public class ContractChanged extends Conflict {
  private static final long serialVersionUID = 1L;

  public ContractChanged(ContractId id) {
    super(
        "Contract %s was changed by somebody else in the meantime. Load it again and repeat your change."
            .formatted(id));
  }
}
