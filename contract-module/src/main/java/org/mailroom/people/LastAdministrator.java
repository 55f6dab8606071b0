package org.mailroom.people;

import org.mailroom.failure.Conflict;

/** Without this person nobody could administer Mailroom any more. */
public class LastAdministrator extends Conflict {
  private static final long serialVersionUID = 1L;

  public LastAdministrator(String login) {
    super(
        "%s is the last active administrator and must stay one. Make somebody else an administrator first."
            .formatted(login));
  }
}
