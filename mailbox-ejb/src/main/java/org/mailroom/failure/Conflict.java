package org.mailroom.failure;

/** The input is right, but the present state forbids it. */
public abstract class Conflict extends Failure {
  private static final long serialVersionUID = 1L;

  protected Conflict(String message) {
    super(message);
  }
}
