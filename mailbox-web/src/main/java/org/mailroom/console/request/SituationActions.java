package org.mailroom.console.request;

import static org.mailroom.request.Situation.CANCELLED;
import static org.mailroom.request.Situation.CLOSED;
import static org.mailroom.request.Situation.IN_PROGRESS;
import static org.mailroom.request.Situation.REOPENED;
import static org.mailroom.request.Situation.RESOLVED;
import static org.mailroom.request.Situation.SUSPENDED;

import java.util.List;
import org.mailroom.request.Situation;

/** Which situations the page offers as buttons; what is really allowed, the request itself says. */
final class SituationActions {

  private SituationActions() {}

  static List<Situation> from(Situation present) {
    return switch (present) {
      case IN_PROGRESS, REOPENED -> List.of(RESOLVED, SUSPENDED, CLOSED, CANCELLED);
      case SUSPENDED -> List.of(IN_PROGRESS, CANCELLED);
      case RESOLVED -> List.of(CLOSED, REOPENED);
      case CLOSED -> List.of(REOPENED);
      case CANCELLED -> List.of();
    };
  }
}
