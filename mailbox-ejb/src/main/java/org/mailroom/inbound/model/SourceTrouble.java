package org.mailroom.inbound.model;

import org.mailroom.failure.Failure;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** A mailbox cannot be read at present. Its message is fit for the people who look after it. */
public class SourceTrouble extends Failure {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  public SourceTrouble(Trouble trouble, String words, Throwable cause) {
    super(words, cause);
    this.trouble = trouble;
  }

  public Trouble trouble() {
    return trouble;
  }
}
