package org.mailroom.api.purge;

import org.mailroom.api.json.Fields;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgePolicy.Ages;

/**
 * A purge policy in JSON, in days; null for never.
 *
 * @param sentBodies the content of messages that were sent
 * @param sentMessages those messages as a whole
 */
public record PolicyForm(
    Integer sentBodies,
    Integer sentMessages,
    Integer failedBodies,
    Integer failedMessages,
    Integer discardedBodies,
    Integer discardedMessages,
    Integer receivedBodies) {

  static PolicyForm of(PurgePolicy policy) {
    return new PolicyForm(
        policy.sent().bodies(),
        policy.sent().messages(),
        policy.failed().bodies(),
        policy.failed().messages(),
        policy.discarded().bodies(),
        policy.discarded().messages(),
        policy.receivedBodies());
  }

  static PurgePolicy read(Fields in) {
    return new PurgePolicy(
        ages("sent", in), ages("failed", in), ages("discarded", in), in.integer("receivedBodies"));
  }

  private static Ages ages(String of, Fields in) {
    return new Ages(in.integer(of + "Bodies"), in.integer(of + "Messages"));
  }
}
