package org.mailroom.inbound;

import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/** Which received mails a list shows; what is empty does not narrow it. Newest first. */
public record ReceivedQuery(
    Optional<ReceivedState> state, Optional<MailboxId> mailbox, Optional<String> reference) {
  public static ReceivedQuery all() {
    return new ReceivedQuery(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
