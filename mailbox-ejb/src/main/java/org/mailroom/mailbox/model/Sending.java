package org.mailroom.mailbox.model;

import java.util.Optional;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.SendingPolicy;

/**
 * What only an Output mailbox has.
 *
 * @param mailSession the JNDI name of a Mail Session of the server; null for a connection of its
 *     own
 */
public record Sending(
    String sender, String senderName, String replyTo, String mailSession, SendingPolicy policy) {
  static Sending of(MailboxDraft draft) {
    return new Sending(
        MailboxSettings.text(draft.sender()),
        MailboxSettings.text(draft.senderName()),
        MailboxSettings.text(draft.replyTo()),
        MailboxSettings.text(draft.mailSession()),
        Optional.ofNullable(draft.policy()).orElse(SendingPolicy.USUAL));
  }
}
