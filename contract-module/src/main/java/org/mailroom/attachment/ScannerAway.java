package org.mailroom.attachment;

import org.mailroom.failure.Failure;

/** The virus scanner does not answer, so nothing can be let in now. */
public class ScannerAway extends Failure {
  private static final long serialVersionUID = 1L;

  public ScannerAway(String where, String why) {
    super(
        "The virus scanner at %s cannot be asked: %s. Files are taken again when it answers; see MAILROOM_CLAMD."
            .formatted(where, why));
  }
}
