package org.mailroom.api.problem;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A body that is JSON, but not what this call takes. */
public class InvalidBody extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidBody(List<Problem> problems) {
    super("The body cannot be used", problems);
  }
}
