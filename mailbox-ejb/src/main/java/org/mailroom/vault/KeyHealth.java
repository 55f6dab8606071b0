package org.mailroom.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What was last found out about the keys, for pages that show it all the time. Thread-safe. */
@ApplicationScoped
class KeyHealth {
  private static final Logger LOG = System.getLogger(KeyHealth.class.getName());

  private volatile KeyStatus last = new KeyStatus(null, 0);

  KeyStatus last() {
    return last;
  }

  /** Tells the log what has become worse, once. */
  void found(KeyStatus status) {
    boolean newTrouble = status.trouble() != null && !status.trouble().equals(last.trouble());
    boolean worse = newTrouble || status.lostSecrets() > last.lostSecrets();
    last = status;
    if (worse) {
      LOG.log(
          Level.ERROR,
          "vault.secrets_lost secrets={0} trouble={1}",
          status.lostSecrets(),
          status.trouble());
    }
  }
}
