package org.mailroom.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.TrialPermit;

/** Test messages obey the switches as all mail does. */
@ApplicationScoped
class SwitchedTrials implements TrialPermit {
  @Inject SwitchWatch switches;

  @Override
  public void require(EmailAddress to) {
    Switched now = switches.now();
    if (now.isOff()) {
      throw TrialNotSent.mailIsOff();
    }
    now.divertedTo()
        .filter(only -> !only.sameAs(to))
        .ifPresent(
            only -> {
              throw TrialNotSent.onlyTo(only);
            });
  }
}
