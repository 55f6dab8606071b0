package org.mailroom.delivery.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.Route;

/** The Jakarta Mail settings a lane connects with. */
@ApplicationScoped
public class SmtpSettings {
  private volatile Properties session = new Properties();

  /**
   * Takes the container's Mail Session as the base of the system's default outbox. Told once at the
   * start: a bean made while another module of the EAR is still starting was not given its own.
   */
  public void startFrom(Properties containerSession) {
    session = containerSession;
  }

  Properties of(Lane lane, Account account, Phase phase) {
    String protocol = ConnectionProperties.protocolOf(account);
    String prefix = "mail." + protocol + ".";
    Properties settings = base(lane, account, protocol);
    // or closing an idle connection would wait for a server that may be gone
    settings.setProperty(prefix + "quitwait", "false");
    // the library would have a thread watch each write; the phase covers them all
    settings.remove(prefix + "writetimeout");
    ConnectionProperties.watch(settings, protocol, phase::holding);
    return settings;
  }

  private Properties base(Lane lane, Account account, String protocol) {
    if (lane.way() != Route.Way.SESSION) {
      return ConnectionProperties.of(account, protocol);
    }
    // The operator has chosen this host and often runs it beside us, so the guard that keeps
    // mailboxes away from private addresses does not stand in its way.
    Properties merged = new Properties();
    merged.putAll(session);
    merged.putAll(ConnectionProperties.ofOperator(account, protocol));
    return merged;
  }
}
