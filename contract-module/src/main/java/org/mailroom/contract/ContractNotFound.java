package org.mailroom.contract;

import org.mailroom.failure.NotFound;

/** There is no such contract. */
public class ContractNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public ContractNotFound(String which) {
    super(
        "There is no contract %s. Register it under Processes > Portfolio and Catalog Management > Contract."
            .formatted(which));
  }
}
