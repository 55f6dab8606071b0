package org.mailroom.mailbox;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** The settings of a mailbox break rules. */
public class InvalidMailbox extends Invalid {
  private static final long serialVersionUID = 1L;

  public InvalidMailbox(List<Problem> problems) {
    super("The mailbox cannot be saved", problems);
  }
}
