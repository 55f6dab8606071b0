package org.mailroom.installation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.jpa.HomeRecords;
import org.mailroom.installation.model.Home;

/**
 * Which installation this is, and the word of a person where that is in doubt.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.AUDITOR, Role.OPERATOR, Role.CONTRACT_MANAGER})
public class Installation {
  @Inject HomeRecords records;
  @Inject Residence residence;
  @Inject InstallationGate gate;
  @Inject Event<CopyConfirmed> copied;
  @Inject Event<Confirmed> confirmed;
  @Inject NodeId node;
  @EJB Audit audit;
  @Inject Clock clock;

  /** As this node sees it. */
  public InstallationView view() {
    Optional<Home> home = records.home();
    return new InstallationView(
        home.map(Home::installation),
        home.map(Home::since).orElse(null),
        node.value(),
        gate.doubt());
  }

  /**
   * This is the same installation, moved or restored: it reads and sends again.
   *
   * @throws NothingToConfirm if the node is at home
   */
  @Allowed
  public void confirmSame() {
    Home home = doubtful();
    confirm("installation.confirmed_same", home, residence.sameId(home));
  }

  /**
   * This is a copy: it becomes an installation of its own. Its mailboxes are paused and its queued
   * mail is held, as both belong to the original.
   *
   * @throws NothingToConfirm if the node is at home
   */
  @Allowed
  public void confirmCopy() {
    Home home = doubtful();
    copied.fire(new CopyConfirmed(home.installation()));
    records.forgetNodes();
    confirm("installation.confirmed_copy", home, residence.newId());
  }

  private Home doubtful() {
    if (gate.isOpen()) {
      throw new NothingToConfirm();
    }
    return records.home().orElseThrow(NothingToConfirm::new);
  }

  private void confirm(String action, Home home, String id) {
    Change change = Change.of("installation", home.installation(), id);
    Change doubt = Change.of("doubt", gate.doubt(), null);
    audit.changed(action, "installation", List.of(change, doubt));
    if (!id.equals(home.installation())) {
      home.become(id, clock.instant());
    }
    residence.settle(home, clock.instant());
    confirmed.fire(new Confirmed(id));
  }
}
