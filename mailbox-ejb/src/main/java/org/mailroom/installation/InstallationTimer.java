package org.mailroom.installation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger.Level;
import org.mailroom.database.Database;

/** Looks every few seconds whether this node is at home, and says so to the others. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstallationTimer {
  private static final System.Logger LOG = System.getLogger(InstallationTimer.class.getName());

  @EJB Database database;
  @EJB InstallationLook look;

  @PostConstruct
  void start() {
    database.ready();
    tick();
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    try {
      look.look();
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(Level.ERROR, "installation.look_broken", e);
    }
  }
}
