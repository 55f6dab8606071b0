package org.mailroom.contract;

import org.mailroom.failure.Conflict;

/** A contract with requests cannot be deleted. */
public class ContractInUse extends Conflict {
  private static final long serialVersionUID = 1L;

  public ContractInUse(String number, long requests) {
    super(
        "Contract %s has %d service requests and cannot be deleted. Set its situation to Inactive instead."
            .formatted(number, requests));
  }
}
