package org.mailroom.people;

import org.mailroom.failure.Conflict;

/** A password cannot be changed. */
public class WrongPassword extends Conflict {
  private static final long serialVersionUID = 1L;

  public WrongPassword(String message) {
    super(message);
  }
}
