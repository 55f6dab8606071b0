package org.mailroom.flow;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A diagram that cannot run. */
public class InvalidFlow extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidFlow(List<Problem> problems) {
    super("The flow cannot be saved", problems);
  }
}
