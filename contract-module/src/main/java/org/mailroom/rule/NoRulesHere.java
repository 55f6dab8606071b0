package org.mailroom.rule;

import org.mailroom.failure.NotFound;
import org.mailroom.mailbox.MailboxId;

/** Only Input mailboxes have rules. */
public class NoRulesHere extends NotFound {
  private static final long serialVersionUID = 1L;

  public NoRulesHere(MailboxId mailbox) {
    super("There is no Input mailbox %s: only those have rules.".formatted(mailbox));
  }
}
