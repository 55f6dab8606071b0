package org.mailroom.failure;

import java.util.List;

/**
 * An expected refusal whose message tells a person what, which and what to do next.
 *
 * <p>Leaving a service bean it rolls the transaction back (declared in each module's {@code
 * ejb-jar.xml}) and reaches the caller unwrapped.
 */
public abstract class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected Failure(String message) {
    super(message);
  }

  protected Failure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The single things that are wrong, for a form to show at its fields; empty if there are none.
   */
  public List<Problem> problems() {
    return List.of();
  }
}
