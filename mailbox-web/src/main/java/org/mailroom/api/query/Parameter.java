package org.mailroom.api.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
   * @param zone in which a day begins that is given without a time
   * @throws BadCall if it is neither a day nor a moment (RFC 3339)
   */
  public static Optional<Instant> moment(String name, String text, ZoneId zone) {
    try {
      return text(text).map(given -> moment(given, zone));
    } catch (DateTimeException none) {
      throw BadCall.of(
          "WRONG_TYPE",
          name,
          "\"%s\" must be a day (2026-11-26) or a moment (2026-11-26T08:00:00Z).".formatted(name));
    }
  }

  private static Instant moment(String given, ZoneId zone) {
    return given.contains("T")
        ? OffsetDateTime.parse(given).toInstant()
        : LocalDate.parse(given).atStartOfDay(zone).toInstant();
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
