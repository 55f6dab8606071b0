package org.mailroom.transfer;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A configuration document cannot be read or applied; every problem names its line and path. */
public class InvalidConfiguration extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidConfiguration(List<Problem> problems) {
    super("The configuration cannot be applied", problems);
  }
}
