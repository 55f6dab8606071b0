package org.mailroom.inbound.model;

import org.mailroom.failure.Conflict;
import org.mailroom.mailbox.MailboxId;

/** Another reader has taken a mailbox over; what this one still holds must not be stored. */
public class LeaseLost extends Conflict {
  private static final long serialVersionUID = 1L;

  LeaseLost(MailboxId mailbox) {
    super("Mailbox %s is being read by another node now; this reading stops.".formatted(mailbox));
  }
}
