package org.mailroom.api.switches;

import java.util.Optional;
import org.mailroom.switches.Diversion;
import org.mailroom.switches.Switched;

/** The switches over all mail in JSON. */
public record SwitchesAnswer(SwitchAnswer mailOff, SwitchAnswer sendAllTo) {

  static SwitchesAnswer of(Switched switched) {
    return new SwitchesAnswer(
        SwitchAnswer.of(switched.off(), Optional.empty()),
        SwitchAnswer.of(switched.diversion().map(Diversion::turned), switched.divertedTo()));
  }
}
