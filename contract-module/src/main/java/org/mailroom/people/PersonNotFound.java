package org.mailroom.people;

import org.mailroom.failure.NotFound;

/** Nobody has this log-in. */
public class PersonNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public PersonNotFound(String login) {
    super("There is nobody with the log-in %s.".formatted(login));
  }
}
