package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** A mailbox names a Mail Session that this server does not have, or not of a kind that sends. */
public class NoMailSession extends Conflict {
  private static final long serialVersionUID = 1L;

  private NoMailSession(String message) {
    super(message);
  }

  public static NoMailSession missing(String name) {
    return new NoMailSession("This server has no Mail Session named \"%s\".".formatted(name));
  }

  public static NoMailSession notSmtp(String name, String protocol) {
    return new NoMailSession(
        "The Mail Session \"%s\" sends by \"%s\"; Mailroom sends by SMTP."
            .formatted(name, protocol));
  }

  public static NoMailSession wrongPort(String name, String port) {
    return new NoMailSession(
        "The Mail Session \"%s\" names the port \"%s\", which is none.".formatted(name, port));
  }
}
