package org.mailroom.api.mailbox;

import org.mailroom.failure.Conflict;
import org.mailroom.mailbox.MailboxView;

/** Mail is read from Input mailboxes only. */
public class NothingToRead extends Conflict {
  private static final long serialVersionUID = 1L;

  NothingToRead(MailboxView mailbox) {
    super(
        "Mailbox %s (%s) is an Output mailbox: there is nothing to read in it."
            .formatted(mailbox.id(), mailbox.name()));
  }
}
