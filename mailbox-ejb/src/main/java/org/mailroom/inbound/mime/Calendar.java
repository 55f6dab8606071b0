package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an invitation says (text/calendar, RFC 5545), for mail that says nothing besides. */
final class Calendar {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d{0,2}(Z?))?.*");
  private static final int MAX_LENGTH = 200_000;

  private record Line(String name, String parameters, String value) {}

  private final List<Line> lines = new ArrayList<>();

  private Calendar(String text) {
    boolean event = false;
    String bounded = text.substring(0, Math.min(MAX_LENGTH, text.length()));
    for (String unfolded : bounded.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n", -1)) {
      Line line = line(unfolded);
      event = event || isBegin(line);
      if (event || line.name.equals("METHOD")) {
        lines.add(line);
      }
    }
  }

  /** {@code NAME;PARAMETERS:VALUE}, colons within quotes being of the parameters. */
  private static Line line(String text) {
    int colon = 0;
    boolean quoted = false;
    while (colon < text.length() && (quoted || text.charAt(colon) != ':')) {
      quoted ^= text.charAt(colon) == '"';
      colon++;
    }
    String[] head = text.substring(0, colon).split(";", 2);
    return new Line(
        head[0].strip().toUpperCase(Locale.ROOT),
        head.length > 1 ? ';' + head[1] : "",
        text.substring(Math.min(text.length(), colon + 1)));
  }

  private static boolean isBegin(Line line) {
    String kind = line.value.strip().toUpperCase(Locale.ROOT);
    return line.name.equals("BEGIN") && (kind.equals("VEVENT") || kind.equals("VTODO"));
  }

  /** In a few lines; empty if it is about no event. */
  static String summary(String text) {
    Calendar calendar = new Calendar(text);
    List<String> said = new ArrayList<>();
    calendar.first("SUMMARY").ifPresent(line -> said.add(words(line.value)));
    calendar.first("METHOD").ifPresent(line -> said.add("Kind: " + method(line.value)));
    calendar.first("DTSTART").ifPresent(line -> said.add("When: " + calendar.when(line)));
    calendar.first("LOCATION").ifPresent(line -> said.add("Where: " + words(line.value)));
    calendar.first("ORGANIZER").ifPresent(line -> said.add("Organiser: " + person(line)));
    calendar.first("DESCRIPTION").ifPresent(line -> said.add('\n' + words(line.value)));
    return said.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("\n"));
  }

  private Optional<Line> first(String name) {
    return lines.stream()
        .filter(line -> line.name.equals(name) && !line.value.isBlank())
        .findFirst();
  }

  private String when(Line start) {
    String end = first("DTEND").map(line -> " to " + time(line.value)).orElse("");
    String zone = parameter(start, "TZID");
    return time(start.value) + end + (zone.isEmpty() ? "" : " (" + zone + ")");
  }

  private static String time(String value) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      return value;
    }
    String day = "%s-%s-%s".formatted(time.group(1), time.group(2), time.group(3));
    String hour = time.group(4) == null ? "" : " %s:%s".formatted(time.group(4), time.group(5));
    return day + hour + ("Z".equals(time.group(6)) ? " UTC" : "");
  }

  private static String method(String value) {
    return switch (value.strip().toUpperCase(Locale.ROOT)) {
      case "REQUEST" -> "invitation";
      case "CANCEL" -> "cancelled";
      case "REPLY" -> "answer to an invitation";
      case "COUNTER" -> "another time is proposed";
      default -> value.strip().toLowerCase(Locale.ROOT);
    };
  }

  private static String person(Line line) {
    String address = line.value.replaceFirst("(?i)^mailto:", "").strip();
    String name = parameter(line, "CN");
    return name.isEmpty() || name.equals(address) ? address : "%s <%s>".formatted(name, address);
  }

  private static String parameter(Line line, String name) {
    Matcher found =
        Pattern.compile("(?i);" + name + "=(\"[^\"]*+\"|[^;]*+)").matcher(line.parameters);
    return found.find() ? found.group(1).replace("\"", "") : "";
  }

  private static String words(String value) {
    return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([,;\\\\])", "$1").strip();
  }
}
