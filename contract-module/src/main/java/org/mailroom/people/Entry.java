package org.mailroom.people;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a try to come in ends. */
public sealed interface Entry {
  /** The person is who they say. */
  record Entered(Standing who) implements Entry {}

  /**
   * Log-in or password is wrong, or the account is not active; which of them is nobody's business.
   */
  record Refused() implements Entry {}

  /** There were too many failures; nothing was looked at. */
  record Locked(Instant until) implements Entry {}

  default <R> R fold(
      Function<Entered, R> entered, Supplier<R> refused, Function<Locked, R> locked) {
    if (this instanceof Entered in) {
      return entered.apply(in);
    }
    return this instanceof Locked wait ? locked.apply(wait) : refused.get();
  }
}
