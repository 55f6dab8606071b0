package org.mailroom.api.received;

import java.util.List;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.intake.BulkOutcome;
import org.mailroom.intake.ReceivedAction;

/**
 * What became of each of several received mails, in JSON.
 *
 * @param refused those that something has come of already, or that are not there
 */
public record BulkAnswer(ReceivedAction action, List<Long> done, List<Long> refused) {
  static BulkAnswer of(ReceivedAction action, BulkOutcome outcome) {
    return new BulkAnswer(action, numbers(outcome.done()), numbers(outcome.refused()));
  }

  private static List<Long> numbers(List<ReceivedId> ids) {
    return ids.stream().map(ReceivedId::value).toList();
  }
}
