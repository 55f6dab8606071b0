package org.mailroom.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tries something and answers whether it worked; the reason goes to the log, not to strangers. */
final class Probe {
  private static final Logger LOG = System.getLogger(Probe.class.getName());

  private Probe() {}

  static HealthCheckResponse of(String name, Runnable attempt) {
    try {
      attempt.run();
      return HealthCheckResponse.up(name);
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "not ready check=" + name + " cause=" + trouble);
      return HealthCheckResponse.down(name);
    }
  }
}
