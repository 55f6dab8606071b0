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

  public Properties of(Lane lane, Account account) {
    String protocol = ConnectionProperties.protocolOf(account);
    Properties settings = ConnectionProperties.of(account, protocol);
    // or closing an idle connection would wait for a server that may be gone
    settings.setProperty("mail." + protocol + ".quitwait", "false");
    if (lane.way() != Route.Way.SESSION) {
      return settings;
    }
    // The operator has chosen this host and often runs it beside us, so the guard that keeps
    // mailboxes away from private addresses does not stand in its way.
    settings.put("mail." + protocol + ".socketFactory", new NoDelaySockets());
    Properties merged = new Properties();
    merged.putAll(session);
    merged.putAll(settings);
    return merged;
  }
}
