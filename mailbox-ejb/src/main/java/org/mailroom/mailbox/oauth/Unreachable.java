package org.mailroom.mailbox.oauth;

import java.io.IOException;
import java.net.URI;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.TokenTrouble;

/** No word from an authorisation server. */
final class Unreachable {
  private Unreachable() {}

  static TokenTrouble trouble(URI place, IOException e) {
    return new TokenTrouble(
        Trouble.NETWORK,
        "The authorisation server %s cannot be reached: %s"
            .formatted(place.getHost(), e.getMessage()),
        e);
  }
}
