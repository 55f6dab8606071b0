package org.mailroom.request;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A request cannot be opened as it was stated. */
public class InvalidRequest extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidRequest(List<Problem> problems) {
    super("The service request cannot be opened", problems);
  }
}
