package org.mailroom.api.audit;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.mailroom.api.problem.BadCall;
import org.mailroom.api.query.Parameter;
import org.mailroom.audit.AuditQuery;

/** Which entries are asked for: {@code ?who=&action=&subject=&q=&from=&until=}. */
public class AuditFilters {
  @QueryParam("who")
  String who;

  @QueryParam("action")
  String action;

  @QueryParam("subject")
  String subject;

  @QueryParam("q")
  String text;

  @QueryParam("from")
  String from;

  @QueryParam("until")
  String until;

  /**
   * @param zone in which a day begins that is given without a time
   * @throws BadCall if a moment cannot be made out
   */
  AuditQuery query(ZoneId zone) {
    return new AuditQuery(
        Parameter.text(who).orElse(null),
        Parameter.text(action).orElse(null),
        Parameter.text(subject).orElse(null),
        Parameter.text(text).orElse(null),
        moment("from", from, zone),
        moment("until", until, zone));
  }

  private static Instant moment(String name, String text, ZoneId zone) {
    return Parameter.text(text).map(given -> parse(name, given, zone)).orElse(null);
  }

  private static Instant parse(String name, String text, ZoneId zone) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException none) {
      throw BadCall.of(
          "WRONG_TYPE",
          name,
          "\"%s\" must be a day (2026-11-26) or a moment (2026-11-26T08:00:00Z).".formatted(name));
    }
  }
}
