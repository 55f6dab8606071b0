package org.mailroom.installation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.access.Allowed;

/** One look at where the node lives, in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Allowed
public class InstallationLook {
  @Inject Residence residence;
  @Inject Clock clock;

  public void look() {
    residence.look(clock.instant());
  }
}
