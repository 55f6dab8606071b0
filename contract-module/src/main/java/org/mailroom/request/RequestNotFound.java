package org.mailroom.request;

import org.mailroom.failure.NotFound;

/** There is no such request. */
public class RequestNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public RequestNotFound(String which) {
    super("There is no service request %s.".formatted(which));
  }
}
