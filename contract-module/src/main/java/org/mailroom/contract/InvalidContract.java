package org.mailroom.contract;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A contract breaks rules. */
public class InvalidContract extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidContract(List<Problem> problems) {
    super("The contract cannot be saved", problems);
  }
}
