package org.mailroom.inbound.mime;

/** A mail goes beyond a limit; it would be quarantined with this message as the reason. */
final class UnacceptableMail extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnacceptableMail(String reason) {
    super(reason);
  }
}
