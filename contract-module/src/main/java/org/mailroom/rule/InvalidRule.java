package org.mailroom.rule;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A rule cannot be saved as it was stated. */
public class InvalidRule extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidRule(List<Problem> problems) {
    super("The rule cannot be saved", problems);
  }
}
