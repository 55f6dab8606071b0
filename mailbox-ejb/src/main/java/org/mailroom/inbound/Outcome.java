package org.mailroom.inbound;

import java.util.Optional;

/**
 * What one received mail turned out to be.
 *
 * @param reason one sentence for the ledger
 * @param reference the request it opened or was added to
 */
public record Outcome(ReceivedState state, String reason, Optional<String> reference) {
  public static Outcome opened(String reference, String reason) {
    return new Outcome(ReceivedState.OPENED, reason, Optional.of(reference));
  }

  public static Outcome appended(String reference, String reason) {
    return new Outcome(ReceivedState.APPENDED, reason, Optional.of(reference));
  }

  public static Outcome ignored(String reason) {
    return new Outcome(ReceivedState.IGNORED, reason, Optional.empty());
  }

  public static Outcome quarantined(String reason) {
    return new Outcome(ReceivedState.QUARANTINED, reason, Optional.empty());
  }
}
