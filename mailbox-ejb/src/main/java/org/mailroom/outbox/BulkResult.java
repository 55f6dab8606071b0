package org.mailroom.outbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of each message that something was to be done to; each is in one of the lists.
 *
 * @param done those it was done to
 * @param refused those that are as they were
 */
public record BulkResult(List<OutboxMessageId> done, List<Refused> refused) {
  public static final BulkResult NOTHING = new BulkResult(List.of(), List.of());

  /** Why a message was left as it was. */
  public enum Why {
    /** Its state forbids it: it is being sent, was sent, or is not held. */
    STATE,
    NOT_FOUND,
    CONTENT_PURGED,
    /** Something went wrong; it may be tried again. */
    TROUBLE
  }

  /**
   * A message that was left as it was.
   *
   * @param state the one it was in; null unless that is why
   * @param words a sentence
   */
  public record Refused(OutboxMessageId id, Why why, MessageState state, String words) {
    static Refused because(OutboxMessageId id, MessageNotInState reason) {
      return new Refused(id, Why.STATE, reason.state(), reason.getMessage());
    }

    static Refused because(OutboxMessageId id, MessageBodyPurged reason) {
      return new Refused(id, Why.CONTENT_PURGED, null, reason.getMessage());
    }

    static Refused notFound(OutboxMessageId id) {
      return new Refused(id, Why.NOT_FOUND, null, new MessageNotFound(id).getMessage());
    }

    static Refused trouble(OutboxMessageId id) {
      String words = "Outgoing message %s is as it was, as something went wrong. Try it again.";
      return new Refused(id, Why.TROUBLE, null, words.formatted(id));
    }
  }

  public BulkResult {
    done = List.copyOf(done);
    refused = List.copyOf(refused);
  }

  BulkResult and(BulkResult other) {
    return new BulkResult(joined(done, other.done), joined(refused, other.refused));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
