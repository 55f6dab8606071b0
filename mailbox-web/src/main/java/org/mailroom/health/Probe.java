package org.mailroom.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.mailroom.database.Migrated;

/** Tries something and answers whether it worked; the reason goes to the log, not to strangers. */
@ApplicationScoped
class Probe {
  private static final Logger LOG = System.getLogger(Probe.class.getName());

  @Inject Migrated migrated;

  /** Down, and nothing is tried, until the schema is there: a server asks while it starts. */
  HealthCheckResponse of(String name, Runnable attempt) {
    return migrated.isDone() ? answer(name, attempt) : HealthCheckResponse.down(name);
  }

  private static HealthCheckResponse answer(String name, Runnable attempt) {
    try {
      attempt.run();
      return HealthCheckResponse.up(name);
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "not ready check=" + name + " cause=" + trouble);
      return HealthCheckResponse.down(name);
    }
  }
}
