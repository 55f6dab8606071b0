package org.mailroom.mailbox.model;

import org.mailroom.mailbox.MailboxDraft;

/**
 * What only an Output mailbox has.
 *
 * @param mailSession the JNDI name of a Mail Session of the server; null for a connection of its
 *     own
 */
public record Sending(String sender, String senderName, String replyTo, String mailSession) {
  static Sending of(MailboxDraft draft) {
    return new Sending(
        MailboxSettings.text(draft.sender()),
        MailboxSettings.text(draft.senderName()),
        MailboxSettings.text(draft.replyTo()),
        MailboxSettings.text(draft.mailSession()));
  }
}
