package org.mailroom.dkim;

import org.mailroom.failure.Conflict;
import org.mailroom.mailbox.MailboxId;

/** The mailbox is there and has no signing key of that selector. */
public class DkimKeyNotFound extends Conflict {
  private static final long serialVersionUID = 1L;

  DkimKeyNotFound(MailboxId mailbox, String selector) {
    super("Mailbox %s has no signing key with the selector \"%s\".".formatted(mailbox, selector));
  }
}
