package org.mailroom.flow;

import org.mailroom.failure.NotFound;

/** The request has no such task waiting. */
public class TaskNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public TaskNotFound(String task) {
    super("There is no waiting task %s. Somebody else may have completed it.".formatted(task));
  }
}
