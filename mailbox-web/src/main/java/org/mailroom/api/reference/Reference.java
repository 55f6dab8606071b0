package org.mailroom.api.reference;

import java.util.Optional;

/**
 * What a caller calls something: by its name, or by its id.
 *
 * @param text the name, or the digits of the id
 * @param certainlyId whether it was a JSON number; a text of digits may be either
 */
public record Reference(String text, boolean certainlyId) {
  public static Reference toName(String text) {
    return new Reference(text, false);
  }

  public static Reference toId(long id) {
    return new Reference(Long.toString(id), true);
  }

  /** The id it may be; empty if it cannot be one. */
  public Optional<Long> id() {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException name) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
