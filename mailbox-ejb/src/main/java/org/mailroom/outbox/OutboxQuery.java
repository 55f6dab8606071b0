package org.mailroom.outbox;

import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/** Which messages a list shows; what is empty does not narrow it. Newest first. */
public record OutboxQuery(
    Optional<String> reference, Optional<MessageState> state, Optional<MailboxId> mailbox) {
  public static OutboxQuery all() {
    return new OutboxQuery(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static OutboxQuery about(String reference) {
    return new OutboxQuery(Optional.of(reference), Optional.empty(), Optional.empty());
  }
}
