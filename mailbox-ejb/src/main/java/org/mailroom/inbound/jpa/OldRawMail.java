package org.mailroom.inbound.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgeTask;
import org.mailroom.purge.Purgeable;

/** The content of received mail that is done with. What a person must look at is never old. */
@ApplicationScoped
public class OldRawMail implements Purgeable {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public OldRawMail() {}

  public OldRawMail(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<PurgeTask> tasks(PurgePolicy policy, Instant now) {
    Optional<Instant> before =
        Optional.ofNullable(policy.receivedBodies()).map(age -> now.minus(age, ChronoUnit.DAYS));
    return Stream.of(ReceivedState.OPENED, ReceivedState.APPENDED, ReceivedState.IGNORED)
        .map(state -> (PurgeTask) new RawPurge(entities, state, before))
        .toList();
  }
}
