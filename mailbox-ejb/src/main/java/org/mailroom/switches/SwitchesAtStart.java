package org.mailroom.switches;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.mailroom.environment.Environment;
import org.mailroom.switches.model.OperatorSwitches;

/** Tells a wrong variable when the application starts, and not when the first mail is due. */
@Startup
@Singleton
public class SwitchesAtStart {
  private static final System.Logger LOG = System.getLogger(SwitchesAtStart.class.getName());

  @Inject Environment environment;

  @PostConstruct
  void look() {
    OperatorSwitches set = OperatorSwitches.of(environment);
    if (set.off().isPresent()) {
      LOG.log(Level.WARNING, "mail.state=OFF by={0}", OperatorSwitches.MAIL_OFF);
    }
    if (set.diversion().isPresent()) {
      LOG.log(Level.WARNING, "mail.state=DIVERTED by={0}", OperatorSwitches.SEND_ALL_TO);
    }
  }
}
