package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.outbox.MessageState;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgePolicy.Ages;
import org.mailroom.purge.PurgeTask;
import org.mailroom.purge.Purgeable;

/** Outgoing messages that nothing happens to any more, and have not for a while. */
@ApplicationScoped
public class OldMessages implements Purgeable {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public OldMessages() {}

  public OldMessages(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<PurgeTask> tasks(PurgePolicy policy, Instant now) {
    return Stream.of(MessageState.values())
        .filter(MessageState::isFinal)
        .flatMap(state -> tasks(state, ages(state, policy), now))
        .toList();
  }

  private static Ages ages(MessageState state, PurgePolicy policy) {
    return switch (state) {
      case SENT, PARTLY_SENT -> policy.sent();
      case FAILED, BOUNCED -> policy.failed();
      default -> policy.discarded();
    };
  }

  private Stream<PurgeTask> tasks(MessageState state, Ages ages, Instant now) {
    Optional<Instant> bodies = before(ages.bodies(), now);
    Optional<Instant> messages = before(ages.messages(), now);
    return Stream.of(
        new MessagePurge(new OldState(entities, state, now), messages),
        new BodyPurge(new OldState(entities, state, now), bodies, messages));
  }

  private static Optional<Instant> before(Integer days, Instant now) {
    return Optional.ofNullable(days).map(age -> now.minus(age, ChronoUnit.DAYS));
  }
}
