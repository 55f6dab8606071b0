package org.mailroom.mailbox;

import java.util.List;
import org.mailroom.failure.Invalid;
import org.mailroom.failure.Problem;

/** Settings can be found for an e-mail address and a type only. */
public class NoMailAddress extends Invalid {
  private static final long serialVersionUID = 1L;

  NoMailAddress(List<Problem> problems) {
    super("No settings can be found", problems);
  }
}
