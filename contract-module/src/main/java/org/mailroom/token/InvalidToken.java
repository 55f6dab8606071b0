package org.mailroom.token;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A token that is wanted breaks rules. */
public class InvalidToken extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidToken(List<Problem> problems) {
    super("The token cannot be made", problems);
  }
}
