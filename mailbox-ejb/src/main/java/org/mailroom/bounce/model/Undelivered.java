package org.mailroom.bounce.model;

import java.util.List;
import org.mailroom.bounce.BounceKind;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.BounceReason;

/**
 * What is reported of one recipient.
 *
 * @param addresses as it was written to and as the last server knew it, the first one first
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty if none was told
 * @param words what the server said, one line
 */
public record Undelivered(
    List<EmailAddress> addresses,
    BounceKind kind,
    BounceReason reason,
    String status,
    String words) {
  public Undelivered {
    addresses = List.copyOf(addresses);
  }
}
