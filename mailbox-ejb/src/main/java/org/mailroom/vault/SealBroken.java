package org.mailroom.vault;

import org.mailroom.failure.Conflict;

/** A sealed secret cannot be opened with the key at hand. */
public class SealBroken extends Conflict {
  private static final long serialVersionUID = 1L;

  SealBroken(String context) {
    super(
        "The secret of %s cannot be opened with the present master key. Put the right key file back, or enter the secret again."
            .formatted(context));
  }
}
