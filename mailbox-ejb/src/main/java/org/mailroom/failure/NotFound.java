package org.mailroom.failure;

/** What was asked for does not exist. */
public abstract class NotFound extends Failure {
  private static final long serialVersionUID = 1L;

  protected NotFound(String message) {
    super(message);
  }
}
