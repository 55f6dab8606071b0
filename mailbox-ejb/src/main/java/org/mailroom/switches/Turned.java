package org.mailroom.switches;

import java.time.Instant;

/**
 * Who has turned a switch on, when and why.
 *
 * @param by a log-in; null where the operator has set it by a variable
 * @param at null where the operator has set it
 * @param why in the person's words, or the name of the operator's variable
 */
public record Turned(String by, Instant at, String why) {
  /** Set by the operator's variable; no person can turn it off in the console. */
  public static Turned byOperator(String variable) {
    return new Turned(null, null, variable);
  }

  public boolean isByOperator() {
    return by == null;
  }
}
