package org.mailroom.api.problem;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A call that cannot be read: a broken body, or a parameter that is missing or means nothing. */
public class BadCall extends Invalid {
  private static final long serialVersionUID = 1L;

  public BadCall(List<Problem> problems) {
    super("The call cannot be read", problems);
  }

  public static BadCall of(String code, String field, String message) {
    return new BadCall(List.of(new Problem(code, field, message)));
  }
}
