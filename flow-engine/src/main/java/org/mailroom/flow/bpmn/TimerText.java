package org.mailroom.flow.bpmn;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of timers, in the forms of ISO 8601 that the engine reads alike. */
final class TimerText {
  private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(P.+)");
  private static final Pattern PERIOD =
      Pattern.compile("P(?!$)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");
  private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);

  private TimerText() {}

  /** What is wrong with the text of a timeDuration, timeDate or timeCycle; empty if nothing is. */
  static Optional<String> mistakeIn(String kind, String text) {
    if (kind.equals("timeDate")) {
      return isDate(text)
          ? Optional.empty()
          : Optional.of("a date looks like 2026-12-24T18:00:00 or 2026-12-24T18:00:00Z.");
    }
    if (kind.equals("timeDuration")) {
      return PERIOD.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("a duration looks like PT30M, PT4H or P3D.");
    }
    return isCycle(text)
        ? Optional.empty()
        : Optional.of("a cycle looks like R3/PT10M, with at least one minute between.");
  }

  private static boolean isDate(String text) {
    try {
      if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")) {
        OffsetDateTime.parse(text);
      } else {
        LocalDateTime.parse(text);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isCycle(String text) {
    Matcher cycle = CYCLE.matcher(text);
    return cycle.matches()
        && PERIOD.matcher(cycle.group(2)).matches()
        && atLeast(cycle.group(2)).compareTo(SHORTEST_CYCLE) >= 0;
  }

  private static Duration atLeast(String period) {
    int time = period.indexOf('T');
    String days = time < 0 ? period : period.substring(0, time);
    Period calendar = days.equals("P") ? Period.ZERO : Period.parse(days);
    Duration clock = time < 0 ? Duration.ZERO : Duration.parse("P" + period.substring(time));
    return clock.plusDays(LocalDate.EPOCH.plus(calendar).toEpochDay());
  }
}
