package org.mailroom.watch;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mailroom.database.Database;
import org.mailroom.environment.Environment;

/** Gives the alerts their beat. Each node has one; the table says whose turn it is. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertTimer {
  private static final System.Logger LOG = System.getLogger(AlertTimer.class.getName());

  @EJB Database database;
  @EJB AlertRounds rounds;
  @Inject Environment environment;

  @PostConstruct
  void start() {
    AlertPost.named(environment); // a wrong setting is told now, not when the first mail is due
    database.ready();
  }

  @Schedule(hour = "*", minute = "*", second = "10,40", persistent = false)
  void tick() {
    try {
      rounds.run();
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(System.Logger.Level.ERROR, "watch.round_broken", e);
    }
  }
}
