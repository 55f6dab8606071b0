package org.mailroom.request;

import org.mailroom.failure.Conflict;

/** The present situation does not lead to the wanted one. */
public class SituationRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  public SituationRefused(RequestNumber number, Situation present, Situation wanted) {
    super("Service request %s is %s: it cannot become %s.".formatted(number, present, wanted));
  }
}
