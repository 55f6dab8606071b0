package org.mailroom.api.message;

import java.util.List;
import org.mailroom.outbox.BulkResult;
import org.mailroom.outbox.BulkResult.Why;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;

/**
 * What became of each message, in JSON.
 *
 * @param done the ids of those it was done to
 */
public record BulkAnswer(MessageAction action, List<Long> done, List<Refused> refused) {

  /** A message that is as it was. */
  public record Refused(long id, Why code, MessageState state, String reason) {
    static Refused of(BulkResult.Refused refused) {
      return new Refused(refused.id().value(), refused.why(), refused.state(), refused.words());
    }
  }

  static BulkAnswer of(MessageAction action, BulkResult result) {
    return new BulkAnswer(
        action,
        result.done().stream().map(OutboxMessageId::value).toList(),
        result.refused().stream().map(Refused::of).toList());
  }
}
