package org.mailroom.outbox;

import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * The queue a message stands in: one for each Output mailbox, one for the Mail Session, and one for
 * messages that have no way out yet. What one lane suffers, no other feels.
 */
public record Lane(Route.Way way, Optional<MailboxId> mailbox) {
  private static final String MAILBOX_PREFIX = "mailbox:";
  private static final String SESSION = "session";
  private static final String NONE = "none";

  public static Lane of(Route route) {
    return new Lane(route.way(), route.mailbox());
  }

  public static Lane of(MailboxId mailbox) {
    return new Lane(Route.Way.MAILBOX, Optional.of(mailbox));
  }

  /** Reads what {@link #toString} wrote. */
  public static Lane parse(String text) {
    return switch (text) {
      case SESSION -> new Lane(Route.Way.SESSION, Optional.empty());
      case NONE -> new Lane(Route.Way.NONE, Optional.empty());
      default -> of(new MailboxId(Long.parseLong(text.substring(MAILBOX_PREFIX.length()))));
    };
  }

  @Override
  public String toString() {
    return switch (way) {
      case MAILBOX -> MAILBOX_PREFIX + mailbox.orElseThrow();
      case SESSION -> SESSION;
      case NONE -> NONE;
    };
  }
}
