package org.mailroom.switches;

import org.mailroom.failure.Conflict;

/** The operator has set a switch by a variable, and nobody turns it in the console. */
public class SetByOperator extends Conflict {
  private static final long serialVersionUID = 1L;

  private SetByOperator(String variable) {
    super(
        "The operator has set %s. Remove it on every node and start each again to turn the switch here."
            .formatted(variable));
  }

  static void refuse(Turned turned) {
    throw new SetByOperator(turned.why());
  }
}
