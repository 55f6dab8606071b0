package org.mailroom.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.attachment.VirusScan;

/** Ready also while the virus scanner is away, as only files wait for it; the detail tells. */
@Readiness
@ApplicationScoped
public class FilesScanned implements HealthCheck {
  @Inject VirusScan scan;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("virus-scan")
        .up()
        .withData("scanner", scan.state().name().toLowerCase(Locale.ROOT))
        .build();
  }
}
