package org.mailroom.dkim;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A signing key cannot be made as was asked. */
public class InvalidDkimKey extends Invalid {
  private static final long serialVersionUID = 1L;

  InvalidDkimKey(Problem problem) {
    super("The signing key cannot be made", List.of(problem));
  }
}
