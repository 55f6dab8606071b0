package org.mailroom.api.audit;

import jakarta.ws.rs.QueryParam;
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
        Parameter.moment("from", from, zone).orElse(null),
        Parameter.moment("until", until, zone).orElse(null));
  }
}
