package org.mailroom.api.switches;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.switches.Turned;

/**
 * One switch in JSON.
 *
 * @param address where all mail goes; null for the switch that turns it off
 * @param by who turned it on; null while it is off, and where the operator has set it
 * @param setByOperator whether a variable holds it on
 */
public record SwitchAnswer(
    boolean on, String address, String by, Instant at, String why, boolean setByOperator) {

  static SwitchAnswer of(Optional<Turned> turned, Optional<EmailAddress> address) {
    return turned
        .map(
            it ->
                new SwitchAnswer(
                    true,
                    address.map(EmailAddress::value).orElse(null),
                    it.by(),
                    it.at(),
                    it.why(),
                    it.isByOperator()))
        .orElseGet(() -> new SwitchAnswer(false, null, null, null, null, false));
  }
}
