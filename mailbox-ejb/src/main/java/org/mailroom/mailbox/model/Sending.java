package org.mailroom.mailbox.model;

import org.mailroom.mailbox.MailboxDraft;

/** What only an Output mailbox has. */
public record Sending(String sender, String senderName, String replyTo) {
  static Sending of(MailboxDraft draft) {
    return new Sending(
        MailboxSettings.text(draft.sender()),
        MailboxSettings.text(draft.senderName()),
        MailboxSettings.text(draft.replyTo()));
  }
}
