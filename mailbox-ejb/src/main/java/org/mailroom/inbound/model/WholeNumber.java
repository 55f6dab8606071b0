package org.mailroom.inbound.model;

import org.mailroom.environment.Environment;

/**
 * A setting that is a whole number.
 *
 * @param variable by which the operator sets it
 * @param unit what it counts, such as {@code " of seconds"}; may be empty
 * @param usual where it is left out
 */
record WholeNumber(String variable, String unit, long min, long max, long usual) {

  /**
   * @throws IllegalArgumentException if it is set to anything else
   */
  long in(Environment environment) {
    return environment.text(variable).map(this::parsed).orElse(usual);
  }

  private long parsed(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below like any other wrong value
    }
    throw new IllegalArgumentException(
        "%s is \"%s\"; give a whole number%s from %d to %d, or leave it out for %d."
            .formatted(variable, text, unit, min, max, usual));
  }
}
