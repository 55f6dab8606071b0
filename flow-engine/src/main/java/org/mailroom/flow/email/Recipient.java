package org.mailroom.flow.email;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whom an e-mail element writes to.
 *
 * @param value an address, a group's acronym, a log-in, or an expression that gives addresses
 */
public record Recipient(Kind kind, String value) {
  /** How to find the addresses. */
  public enum Kind {
    ADDRESS,
    GROUP,
    USER,
    EXPRESSION,
    /** None of them; such a diagram is not saved. */
    UNKNOWN
  }

  static Recipient of(String type, String value) {
    return new Recipient(
        Arrays.stream(Kind.values())
            .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(type))
            .findFirst()
            .orElse(Kind.UNKNOWN),
        value.strip());
  }
}
