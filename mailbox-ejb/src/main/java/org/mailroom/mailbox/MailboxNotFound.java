package org.mailroom.mailbox;

import org.mailroom.failure.NotFound;

/** There is no such mailbox. */
public class MailboxNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public MailboxNotFound(MailboxId id) {
    super("There is no mailbox %s. Choose one from Parametrization > Mailbox.".formatted(id));
  }
}
