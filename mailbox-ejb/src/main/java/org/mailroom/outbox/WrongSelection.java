package org.mailroom.outbox;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** No messages were chosen, or too many for one call. */
public class WrongSelection extends Invalid {
  private static final long serialVersionUID = 1L;

  private WrongSelection(String code, String sentence) {
    super("Nothing was done", List.of(new Problem(code, "messages", sentence)));
  }

  static WrongSelection empty() {
    return new WrongSelection(
        "MESSAGES_MISSING", "No message was chosen, or none matches. Choose at least one.");
  }

  static WrongSelection tooMany(int most) {
    return new WrongSelection(
        "MESSAGES_TOO_MANY",
        "At most %d messages can be changed at once. Narrow the filter, by dates for example."
            .formatted(most));
  }
}
