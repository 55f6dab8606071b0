package org.mailroom.flow;

import org.mailroom.failure.NotFound;

/** There is no such flow, version or element. */
public class FlowNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public FlowNotFound(String what) {
    super("There is no %s. Flows are kept under System > Flow Maintenance.".formatted(what));
  }
}
