package org.mailroom.inbound.model;

import org.mailroom.failure.Failure;

/** A mail goes beyond a limit; it is quarantined with this message as the reason. */
public class UnacceptableMail extends Failure {
  private static final long serialVersionUID = 1L;

  public UnacceptableMail(String reason) {
    super(reason);
  }
}
