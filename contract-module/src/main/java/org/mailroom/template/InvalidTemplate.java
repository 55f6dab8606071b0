package org.mailroom.template;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A template breaks rules. */
public class InvalidTemplate extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidTemplate(List<Problem> problems) {
    super("The template cannot be saved", problems);
  }
}
