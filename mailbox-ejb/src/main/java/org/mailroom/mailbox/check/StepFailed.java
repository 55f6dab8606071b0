package org.mailroom.mailbox.check;

import java.util.Locale;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.Finding;

/** A step saw what keeps the mailbox from working, and knows the words for it. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  StepFailed(CheckCode code, Object... arguments) {
    this(Finding.of(code, arguments));
  }

  private StepFailed(Finding finding) {
    super(finding.words(Locale.ENGLISH));
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
