package org.mailroom.switches;

import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;

/**
 * What the switches say.
 *
 * @param off all mail is off; goes before the other
 * @param diversion all mail goes to one address
 */
public record Switched(Optional<Turned> off, Optional<Diversion> diversion) {
  public boolean isOff() {
    return off.isPresent();
  }

  /** Where mail goes instead of to its recipients. */
  public Optional<EmailAddress> divertedTo() {
    return diversion.map(Diversion::to);
  }
}
