package org.mailroom.routing;

import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * What an e-mail element says about its outbox.
 *
 * @param specific false for Default
 * @param mailbox with Specific: this one instead of the contract's
 */
public record OutboxChoice(boolean specific, Optional<MailboxId> mailbox) {
  public static final OutboxChoice DEFAULT = new OutboxChoice(false, Optional.empty());
  public static final OutboxChoice SPECIFIC = new OutboxChoice(true, Optional.empty());
}
