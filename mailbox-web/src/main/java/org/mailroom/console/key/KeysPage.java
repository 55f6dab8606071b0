package org.mailroom.console.key;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.console.Notices;
import org.mailroom.vault.KeyStatus;
import org.mailroom.vault.Keys;
import org.mailroom.vault.KeysView;

/** The keys by name, their change with its progress, and what to do when one is lost. */
@Named
@RequestScoped
public class KeysPage {
  @EJB Keys keys;
  @Inject Notices notices;
  @Inject Clock clock;

  private KeysView view;

  public void rotate() {
    boolean handedOver = keys.rotate().handedOver() != null;
    view = null;
    notices.done(handedOver ? "key.handedOver" : "key.started");
  }

  /** Read once a request. */
  public KeysView getView() {
    if (view == null) {
      view = keys.view();
    }
    return view;
  }

  /** For the banner on every page. */
  public KeyStatus getStatus() {
    return keys.status();
  }

  /** In whole days. */
  public long age(Instant since) {
    return since == null ? 0 : Duration.between(since, clock.instant()).toDays();
  }
}
