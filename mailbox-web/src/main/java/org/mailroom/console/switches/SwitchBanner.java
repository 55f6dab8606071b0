package org.mailroom.console.switches;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.switches.SwitchWatch;
import org.mailroom.switches.Switched;

/** What the switches say, for the banner on every page and the log-in; the same all through it. */
@Named
@RequestScoped
public class SwitchBanner {
  @Inject SwitchWatch switches;

  private Switched now;

  private Switched now() {
    if (now == null) {
      now = switches.now();
    }
    return now;
  }

  public boolean isOff() {
    return now().isOff();
  }

  public String getWhy() {
    return now().off().orElseThrow().why();
  }

  /** Where all mail goes; null for to its recipients. */
  public String getTo() {
    return now().divertedTo().map(EmailAddress::value).orElse(null);
  }
}
