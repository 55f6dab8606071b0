package org.mailroom.mailbox.check;

/** A step saw what keeps the mailbox from working, and knows the words for it. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  StepFailed(String cause, String hint) {
    super(cause);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
