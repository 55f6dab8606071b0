package org.mailroom.api.reference;

import org.mailroom.mailbox.MailboxView;

/** References among mailboxes in memory. */
public final class MailboxReferencesOf {
  private MailboxReferencesOf() {}

  public static MailboxReferences these(MailboxView... all) {
    var references = new MailboxReferences();
    references.mailboxes = FakeMailboxes.of(all);
    return references;
  }
}
