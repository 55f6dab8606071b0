package org.mailroom.oidc;

import org.mailroom.failure.Conflict;

/** The identity provider cannot be used, or its answer is not to be trusted. */
public class ProviderTrouble extends Conflict {
  private static final long serialVersionUID = 1L;

  public ProviderTrouble(String what, Throwable cause) {
    super("The log-in at the identity provider failed: " + what);
    initCause(cause);
  }
}
