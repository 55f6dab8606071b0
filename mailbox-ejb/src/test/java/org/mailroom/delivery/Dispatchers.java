package org.mailroom.delivery;

import java.time.Duration;
import org.mailroom.delivery.smtp.SmtpFixture;
import org.mailroom.environment.Environment;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.InstallationGate;
import org.mailroom.outbox.OutboxFixture;

/** Dispatchers as the container makes them, over what a test has. */
final class Dispatchers {
  private Dispatchers() {}

  static Dispatcher over(OutboxFixture outbox, KnownAccess access, InstallationGate gate) {
    Dispatcher made = new Dispatcher();
    made.queue = outbox.queue();
    made.outbox = outbox.transactionalOutbox();
    made.mailboxes = access;
    made.allowances = new LocalAllowances(outbox.clock);
    made.transport = SmtpFixture.connections(outbox.clock, Duration.ofMinutes(2));
    made.environment = Environment.of(outbox.variables::get);
    made.node = new NodeId("node-1");
    made.gate = gate;
    made.switches = outbox.switches;
    made.clock = outbox.clock;
    return made;
  }
}
