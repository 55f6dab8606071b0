package org.mailroom.purge;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** The policy breaks rules. */
public class InvalidPolicy extends Invalid {
  private static final long serialVersionUID = 1L;

  InvalidPolicy(List<Problem> problems) {
    super("The purge policy was not saved", problems);
  }
}
