package org.mailroom.inbound;

import org.mailroom.failure.NotFound;
import org.mailroom.mailbox.MailboxId;

/** A mail can only be tried in an Input mailbox. */
public class NothingToTry extends NotFound {
  private static final long serialVersionUID = 1L;

  public NothingToTry(MailboxId mailbox) {
    super(
        "There is no Input mailbox %s. Name the one that the mail would come into."
            .formatted(mailbox));
  }
}
