package org.mailroom.mailbox;

import java.util.Optional;

/** What may be sent through a mailbox by all nodes together; empty for as much as goes. */
public record SendingLimits(Optional<Integer> messagesAMinute, Optional<Integer> connections) {
  public static final SendingLimits NONE = new SendingLimits(Optional.empty(), Optional.empty());
}
