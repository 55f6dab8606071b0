package org.mailroom.flow;

import org.mailroom.failure.NotFound;

/** The request has no such incident. */
public class IncidentNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public IncidentNotFound(String incident) {
    super("There is no incident %s. Somebody else may have retried it.".formatted(incident));
  }
}
