package org.mailroom.outbox.jpa;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeKind;
import org.mailroom.purge.PurgeTask;

/** Removes whole messages of a state, but for what a reply needs to find its request. */
final class MessagePurge implements PurgeTask {
  private final OldState messages;
  private final Optional<Instant> before;

  MessagePurge(OldState messages, Optional<Instant> before) {
    this.messages = messages;
    this.before = before;
  }

  @Override
  public String name() {
    return "outbox 1 messages " + messages.state();
  }

  @Override
  public PurgeKind kind() {
    return PurgeKind.MESSAGES;
  }

  @Override
  public Amount due() {
    return before.map(end -> messages.count(OldState.ANY, end)).orElse(Amount.NONE);
  }

  @Override
  public Removed remove(long afterId, int most) {
    return before
        .map(end -> messages.remove(OldState.ANY, end, afterId, most, this::remove))
        .orElseGet(Removed::nothing);
  }

  private void remove(String ids) {
    messages.run(
        "INSERT INTO outbox_trace (message_id, reference, purged_at) SELECT message_id, reference,"
            + " CAST(?1 AS TIMESTAMP WITH TIME ZONE) FROM outbox_message WHERE reference <> '' AND"
            + " id IN ("
            + ids
            + ")");
    messages.run("DELETE FROM outbox_attempt WHERE message IN (" + ids + ")");
    messages.run("DELETE FROM outbox_recipient WHERE message IN (" + ids + ")");
    messages.run("DELETE FROM outbox_body WHERE message IN (" + ids + ")");
    messages.run("DELETE FROM outbox_words WHERE message IN (" + ids + ")");
    messages.run("DELETE FROM outbox_message WHERE id IN (" + ids + ")");
  }
}
