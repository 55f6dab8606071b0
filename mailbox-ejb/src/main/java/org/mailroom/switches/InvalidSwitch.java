package org.mailroom.switches;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;

/** A switch cannot be turned like this. */
public class InvalidSwitch extends Invalid {
  private static final long serialVersionUID = 1L;

  private InvalidSwitch(Problem problem) {
    super("The switch was not turned", List.of(problem));
  }

  static void requireWhy(String why) {
    if (why == null || why.isBlank()) {
      throw new InvalidSwitch(
          new Problem("WHY_REQUIRED", "why", "Say why, for those who wonder later."));
    }
  }

  static EmailAddress requireAddress(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new InvalidSwitch(
                    new Problem(
                        "ADDRESS_SYNTAX",
                        "address",
                        "Write one e-mail address, such as desk@example.org.")));
  }
}
