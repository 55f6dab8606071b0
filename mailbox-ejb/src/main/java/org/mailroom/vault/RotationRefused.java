package org.mailroom.vault;

import org.mailroom.failure.Conflict;

/** The keys cannot be changed now. */
public class RotationRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  private RotationRefused(String message) {
    super(message);
  }

  static RotationRefused running() {
    return new RotationRefused("The key is being changed already. Wait until that is finished.");
  }

  static RotationRefused waiting(String source, String file) {
    return new RotationRefused(
        "Put the content of %s into %s on every node, restart each, and start the change again."
            .formatted(file, source));
  }
}
