package org.mailroom.token;

import org.mailroom.failure.NotFound;

/** There is no such token, or it is somebody else's. */
public class TokenNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public TokenNotFound(long id) {
    super("You have no token %d.".formatted(id));
  }
}
