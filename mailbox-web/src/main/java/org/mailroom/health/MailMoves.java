package org.mailroom.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.database.Migrated;
import org.mailroom.switches.SwitchWatch;
import org.mailroom.switches.Switched;

/** Ready whatever the switches over all mail say, as people turn them; the detail tells. */
@Readiness
@ApplicationScoped
public class MailMoves implements HealthCheck {
  private static final String NAME = "mail-switches";

  @Inject Migrated migrated;
  @Inject SwitchWatch switches;

  @Override
  public HealthCheckResponse call() {
    return migrated.isDone() ? answer(switches.now()) : HealthCheckResponse.up(NAME);
  }

  private static HealthCheckResponse answer(Switched now) {
    return HealthCheckResponse.named(NAME)
        .up()
        .withData("off", now.isOff())
        .withData("diverted", now.diversion().isPresent())
        .build();
  }
}
