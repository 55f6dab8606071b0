package org.mailroom.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.flow.Flows;

/** Ready once the flow engine answers. */
@Readiness
@ApplicationScoped
public class FlowEngineReady implements HealthCheck {
  private static final String ANY_KEY = "health";

  @EJB Flows flows;
  @Inject Probe probe;

  @Override
  public HealthCheckResponse call() {
    return probe.of("flow-engine", () -> flows.find(ANY_KEY));
  }
}
