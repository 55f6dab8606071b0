package org.mailroom.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.installation.Doubt;
import org.mailroom.installation.InstallationGate;

/** Ready even while mail stands still, as a person must be able to confirm; the detail tells. */
@Readiness
@ApplicationScoped
public class AtHome implements HealthCheck {
  @Inject InstallationGate gate;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("installation")
        .up()
        .withData("suspended", !gate.isOpen())
        .withData("doubt", gate.doubt().map(Doubt::name).orElse("none"))
        .build();
  }
}
