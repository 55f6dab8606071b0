package org.mailroom.console.installation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mailroom.console.Notices;
import org.mailroom.installation.Doubt;
import org.mailroom.installation.Installation;
import org.mailroom.installation.InstallationGate;
import org.mailroom.installation.InstallationView;

/** Which installation this is; where it is in doubt, a person says it here. */
@Named
@RequestScoped
public class InstallationPage {
  @EJB Installation installation;
  @Inject InstallationGate gate;
  @Inject Notices notices;

  public void confirmSame() {
    installation.confirmSame();
    notices.done("installation.confirmed.same");
  }

  public void confirmCopy() {
    installation.confirmCopy();
    notices.done("installation.confirmed.copy");
  }

  public InstallationView getView() {
    return installation.view();
  }

  /** Why mail stands still, for the banner on every page; null if it moves. */
  public Doubt getDoubt() {
    return gate.doubt().filter(doubt -> doubt != Doubt.STARTING).orElse(null);
  }
}
