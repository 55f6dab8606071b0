package org.mailroom.rule;

import org.mailroom.failure.NotFound;

/** There is no such rule. */
public class RuleNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public RuleNotFound(RuleId id) {
    super("There is no rule %s.".formatted(id));
  }
}
