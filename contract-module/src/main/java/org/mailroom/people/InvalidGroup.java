package org.mailroom.people;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A group breaks rules. */
public class InvalidGroup extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidGroup(List<Problem> problems) {
    super("The group cannot be saved", problems);
  }
}
