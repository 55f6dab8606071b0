package org.mailroom.api.marked;

import java.time.Instant;
import org.mailroom.marked.MarkedAddress;

/**
 * A marked address in JSON.
 *
 * @param message the id of the message that came back
 */
public record MarkedAddressAnswer(String address, Instant since, String words, long message) {
  static MarkedAddressAnswer of(MarkedAddress marked) {
    return new MarkedAddressAnswer(
        marked.address().value(), marked.since(), marked.words(), marked.message());
  }
}
