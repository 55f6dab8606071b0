package org.mailroom.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.database.Database;

/** Gives the indexing of old messages its beat: a second's work, then a breath for delivery. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxIndexingTimer {
  private static final System.Logger LOG = System.getLogger(OutboxIndexingTimer.class.getName());
  private static final Duration SPELL = Duration.ofSeconds(1);

  @EJB Database database;
  @EJB OutboxIndexing indexing;
  @Inject Clock clock;

  @PostConstruct
  void start() {
    database.ready();
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      work();
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(Level.ERROR, "outbox.indexing_broken", e);
    }
  }

  private void work() {
    Instant end = clock.instant().plus(SPELL);
    boolean more = true;
    while (more && clock.instant().isBefore(end)) {
      more = indexing.step();
    }
  }
}
