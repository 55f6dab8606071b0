package org.mailroom.attachment;

import org.mailroom.failure.Failure;

/** The virus scanner answers, but does not judge this file, for instance as it is too large. */
public class FileNotScanned extends Failure {
  private static final long serialVersionUID = 1L;

  public FileNotScanned(String answer) {
    super(
        "The virus scanner does not judge the file: %s. See StreamMaxLength in its clamd.conf."
            .formatted(answer));
  }
}
