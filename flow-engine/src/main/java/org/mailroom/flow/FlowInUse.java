package org.mailroom.flow;

import org.mailroom.failure.Conflict;

/** A flow that is in use cannot be deleted. */
public class FlowInUse extends Conflict {
  private static final long serialVersionUID = 1L;

  public FlowInUse(String key, String uses) {
    super("Flow %s is in use by %s and cannot be deleted.".formatted(key, uses));
  }
}
