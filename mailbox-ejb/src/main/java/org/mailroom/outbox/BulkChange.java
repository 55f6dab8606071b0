package org.mailroom.outbox;

import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * One thing to be done to many messages.
 *
 * @param reason why they are held; only for {@link MessageAction#HOLD}
 * @param mailbox the Output mailbox they shall leave through instead, empty for the default outbox;
 *     only for {@link MessageAction#REROUTE}
 */
public record BulkChange(MessageAction action, String reason, Optional<MailboxId> mailbox) {
  /** One that needs no more than its name. */
  public static BulkChange of(MessageAction action) {
    return new BulkChange(action, "", Optional.empty());
  }

  public static BulkChange hold(String reason) {
    return new BulkChange(MessageAction.HOLD, reason, Optional.empty());
  }

  public static BulkChange reroute(MailboxId mailbox) {
    return new BulkChange(MessageAction.REROUTE, "", Optional.of(mailbox));
  }

  public static BulkChange rerouteToDefault() {
    return of(MessageAction.REROUTE);
  }
}
