package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;

/** The connection was lost when the whole message was with the server, and its answer was not. */
final class LostAfterDot extends MessagingException {
  private static final long serialVersionUID = 1L;

  LostAfterDot(Exception cause) {
    super("The connection was lost after the final dot", cause);
  }
}
