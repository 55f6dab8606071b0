package org.mailroom.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.vault.KeyStatus;
import org.mailroom.vault.Keys;

/** Ready even with the master key lost, as all but the secrets works; the detail tells. */
@Readiness
@ApplicationScoped
public class SecretsReadable implements HealthCheck {
  @EJB Keys keys;

  @Override
  public HealthCheckResponse call() {
    KeyStatus status = keys.status();
    return HealthCheckResponse.named("master-key")
        .up()
        .withData("ok", status.isWell())
        .withData("lost-secrets", status.lostSecrets())
        .build();
  }
}
