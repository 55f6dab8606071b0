package org.mailroom.bounce.model;

import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.bounce.BounceKind;
import org.mailroom.mailbox.EmailAddress;

/**
 * One recipient that did not get a message.
 *
 * @param addresses as it was written to and as the last server knew it, the first one first
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty if none was told
 * @param words what the server said, one line
 */
public record Undelivered(
    List<EmailAddress> addresses, BounceKind kind, String status, String words) {
  // RFC 3463: too long, system refuses the size, content, security and policy
  private static final Pattern OF_THE_MESSAGE = Pattern.compile("5\\.(2\\.3|3\\.4|[67]\\.\\d+)");

  public Undelivered {
    addresses = List.copyOf(addresses);
  }

  /** Whether later mail to the address would come back too: not if this message was refused. */
  public boolean isOfTheAddress() {
    return kind == BounceKind.HARD && !OF_THE_MESSAGE.matcher(status).matches();
  }
}
