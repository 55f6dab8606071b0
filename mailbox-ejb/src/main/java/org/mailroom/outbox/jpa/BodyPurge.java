package org.mailroom.outbox.jpa;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeKind;
import org.mailroom.purge.PurgeTask;

/** Removes the content of messages of a state; their line in the log stays. */
final class BodyPurge implements PurgeTask {
  private final OldState messages;
  private final Optional<Instant> before;
  private final Optional<Instant> wholeBefore;

  /**
   * @param wholeBefore what is older goes as a whole, and is not counted here
   */
  BodyPurge(OldState messages, Optional<Instant> before, Optional<Instant> wholeBefore) {
    this.messages = messages;
    this.before = before;
    this.wholeBefore = wholeBefore;
  }

  @Override
  public String name() {
    return "outbox 2 bodies " + messages.state();
  }

  @Override
  public PurgeKind kind() {
    return PurgeKind.BODIES;
  }

  @Override
  public Amount due() {
    return before.map(this::count).orElse(Amount.NONE);
  }

  private Amount count(Instant end) {
    Amount whole =
        wholeBefore.map(old -> messages.count(OldState.WITH_BODY, old)).orElse(Amount.NONE);
    return messages.count(OldState.WITH_BODY, end).minus(whole);
  }

  @Override
  public Removed remove(long afterId, int most) {
    return before
        .map(end -> messages.remove(OldState.WITH_BODY, end, afterId, most, this::remove))
        .orElseGet(Removed::nothing);
  }

  private void remove(String ids) {
    messages.run("DELETE FROM outbox_body WHERE message IN (" + ids + ")");
    messages.run("UPDATE outbox_message SET body_purged_at = ?1 WHERE id IN (" + ids + ")");
  }
}
