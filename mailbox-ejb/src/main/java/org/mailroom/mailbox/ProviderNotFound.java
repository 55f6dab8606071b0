package org.mailroom.mailbox;

import org.mailroom.failure.NotFound;

/** There is no provider with this key. */
public class ProviderNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public ProviderNotFound(String key) {
    super("There is no mail provider \"%s\". GET /mailbox-providers lists them.".formatted(key));
  }
}
