package org.mailroom.api.query;

import java.util.Arrays;
import java.util.Optional;
import org.mailroom.api.problem.BadCall;

/** Reads single query parameters; empty counts as absent. */
public final class Parameter {
  private Parameter() {}

  public static Optional<String> text(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  /**
   * @throws BadCall if it is no whole number
   */
  public static Optional<Integer> integer(String name, String text) {
    try {
      return text(text).map(Integer::valueOf);
    } catch (NumberFormatException none) {
      throw BadCall.of("WRONG_TYPE", name, "\"%s\" must be a whole number.".formatted(name));
    }
  }

  /**
   * @throws BadCall if it is neither true nor false
   */
  public static Optional<Boolean> flag(String name, String text) {
    Optional<String> word = text(text);
    if (word.filter(it -> !it.equals("true") && !it.equals("false")).isPresent()) {
      throw BadCall.of("WRONG_TYPE", name, "\"%s\" must be true or false.".formatted(name));
    }
    return word.map(Boolean::valueOf);
  }

  /**
   * @throws BadCall if it is none of the choices
   */
  public static <E extends Enum<E>> Optional<E> choice(String name, String text, Class<E> choices) {
    try {
      return text(text).map(word -> Enum.valueOf(choices, word));
    } catch (IllegalArgumentException none) {
      String all = Arrays.toString(choices.getEnumConstants()).replaceAll("[\\[\\]]", "");
      throw BadCall.of("UNKNOWN_VALUE", name, "\"%s\" must be one of %s.".formatted(name, all));
    }
  }
}
