package org.mailroom.vault;

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

/** Carries a change of keys on, and looks now and then whether the right key is at hand. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyTimer {
  private static final System.Logger LOG = System.getLogger(KeyTimer.class.getName());
  private static final Duration WHEN_WELL = Duration.ofMinutes(5);
  private static final Duration WHEN_NOT = Duration.ofSeconds(10);
  private static final int STEPS_AT_ONCE = 50;

  @EJB Database database;
  @EJB Resealing resealing;
  @EJB KeyWatch watch;
  @Inject Clock clock;

  private Instant nextLook = Instant.MIN;

  @PostConstruct
  void start() {
    database.ready();
    tick();
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    try {
      carryOn();
      look(clock.instant());
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(Level.ERROR, "vault.round_broken", e);
    }
  }

  private void carryOn() {
    int steps = 0;
    while (steps < STEPS_AT_ONCE && resealing.step()) {
      steps++;
    }
  }

  private void look(Instant now) {
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(watch.look().isWell() ? WHEN_WELL : WHEN_NOT);
    }
  }
}
