package org.mailroom.request;

import org.mailroom.failure.NotFound;

/** The request has no such file. */
public class AttachmentNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public AttachmentNotFound(RequestNumber number, long attachment) {
    super("Service request %s has no attachment %d.".formatted(number, attachment));
  }
}
