package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** A sign-in at the provider did not lead to a consent. */
public class ConsentRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  ConsentRefused(String words) {
    super(words);
  }
}
