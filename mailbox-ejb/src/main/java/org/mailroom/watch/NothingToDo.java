package org.mailroom.watch;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** A bulk run was asked for without any mailbox. */
public class NothingToDo extends Invalid {
  private static final long serialVersionUID = 1L;

  public NothingToDo() {
    super(
        "Nothing was started",
        List.of(
            new Problem(
                "MAILBOXES_MISSING",
                "mailboxes",
                "No mailbox was chosen, or none matches. Choose at least one.")));
  }
}
