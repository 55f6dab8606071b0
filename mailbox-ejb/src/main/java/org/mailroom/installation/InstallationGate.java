package org.mailroom.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Whether mail may be read and sent by this node. Costs nothing to ask: ask before each piece of
 * work. Shut until it is known that the database is at home here. Thread-safe.
 */
@ApplicationScoped
public class InstallationGate {
  private static final Logger LOG = System.getLogger(InstallationGate.class.getName());

  private volatile Doubt doubt = Doubt.STARTING;

  public boolean isOpen() {
    return doubt == null;
  }

  /** Why it is shut. */
  public Optional<Doubt> doubt() {
    return Optional.ofNullable(doubt);
  }

  // not before the commit: what a copy must not do is forbidden in the same transaction
  void confirmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Confirmed event) {
    open();
  }

  void open() {
    if (doubt != null) {
      doubt = null;
      LOG.log(Level.INFO, "installation.state=AT_HOME");
    }
  }

  void shut(Doubt why) {
    if (doubt != why) {
      doubt = why;
      LOG.log(
          Level.WARNING,
          "installation.state=SUSPENDED doubt={0}: no mail is read or sent until a person confirms under System > Installation",
          why);
    }
  }
}
