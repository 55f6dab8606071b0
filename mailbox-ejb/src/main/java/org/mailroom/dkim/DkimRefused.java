package org.mailroom.dkim;

import org.mailroom.failure.Conflict;

/** The present state of a key or of its record forbids what was asked. */
public class DkimRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  DkimRefused(String message) {
    super(message);
  }
}
