package org.mailroom.people;

import org.mailroom.failure.Conflict;

/** Somebody else has changed the account since it was read. */
public class PersonChanged extends Conflict {
  private static final long serialVersionUID = 1L;

  public PersonChanged(String login) {
    super(
        "The person %s was changed by somebody else in the meantime. Load it again and repeat your change."
            .formatted(login));
  }
}
