package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/** Somebody else has changed the mailbox since it was read. */
public class MailboxChanged extends Conflict {
  private static final long serialVersionUID = 1L;

  public MailboxChanged(MailboxId id) {
    super(
        "Mailbox %s was changed by somebody else in the meantime. Load it again and repeat your change."
            .formatted(id));
  }
}
