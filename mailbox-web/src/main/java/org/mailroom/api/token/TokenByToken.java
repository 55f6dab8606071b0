package org.mailroom.api.token;

import org.mailroom.failure.Conflict;

/** A token is to make a token, which would outlive it. */
public class TokenByToken extends Conflict {
  private static final long serialVersionUID = 1L;

  TokenByToken() {
    super("A token makes no tokens. Make it in the console, or with log-in and password.");
  }
}
