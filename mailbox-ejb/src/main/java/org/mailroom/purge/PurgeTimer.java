package org.mailroom.purge;

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

/** Gives a purge its beat: steps for a few seconds, then a breath for everybody else. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PurgeTimer {
  private static final System.Logger LOG = System.getLogger(PurgeTimer.class.getName());
  private static final Duration SPELL = Duration.ofSeconds(3);

  @EJB Database database;
  @EJB PurgeSteps steps;
  @Inject Clock clock;

  @PostConstruct
  void start() {
    database.ready();
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    try {
      steps.beginNightly();
      work();
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(Level.ERROR, "purge.broken", e);
      fail(e);
    }
  }

  private void work() {
    Instant end = clock.instant().plus(SPELL);
    boolean more = true;
    while (more && clock.instant().isBefore(end)) {
      more = steps.step();
    }
  }

  private void fail(RuntimeException why) {
    try {
      steps.fail("Not expected; the log tells more: " + why.getMessage());
    } catch (RuntimeException again) {
      LOG.log(Level.ERROR, "purge.broken", again);
    }
  }
}
