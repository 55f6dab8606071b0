package org.mailroom.api.people;

import org.mailroom.failure.NotFound;

/** There is no such group. */
public class GroupNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  GroupNotFound(String acronym) {
    super("There is no group %s.".formatted(acronym));
  }
}
