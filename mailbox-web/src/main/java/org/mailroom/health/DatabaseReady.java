package org.mailroom.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Slice;

/** Ready once the database answers with our tables in it. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  @EJB Mailboxes mailboxes;
  @Inject Probe probe;

  @Override
  public HealthCheckResponse call() {
    return probe.of("database", () -> mailboxes.list(MailboxQuery.all(), Slice.first(1)));
  }
}
