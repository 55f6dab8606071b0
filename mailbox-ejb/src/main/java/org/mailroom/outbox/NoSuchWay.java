package org.mailroom.outbox;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** Messages were to leave by something that nothing can leave by. */
public class NoSuchWay extends Invalid {
  private static final long serialVersionUID = 1L;

  public NoSuchWay() {
    super(
        "Nothing was re-routed",
        List.of(
            new Problem(
                "WAY_MISSING",
                "mailbox",
                "There is no such Output mailbox, or no default outbox. Choose another one.")));
  }
}
