package org.mailroom.people;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** An account breaks rules. */
public class InvalidAccount extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidAccount(List<Problem> problems) {
    super("The person cannot be saved", problems);
  }
}
