package org.mailroom.lockout;

import java.util.Optional;

/**
 * Where somebody knocks from.
 *
 * @param address of the network; empty if it says nothing, as that of a proxy on the same machine
 * @param device a browser that the same log-in came in with before; empty if none is known
 */
public record Origin(Optional<String> address, Optional<String> device) {
  public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());
}
