package org.mailroom.failure;

/** The caller may not do this, whatever the input and the state. */
public abstract class Forbidden extends Failure {
  private static final long serialVersionUID = 1L;

  protected Forbidden(String message) {
    super(message);
  }
}
