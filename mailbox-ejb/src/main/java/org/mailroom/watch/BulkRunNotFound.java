package org.mailroom.watch;

import org.mailroom.failure.NotFound;

/** There is no such bulk run, or it is so old that it was cleared away. */
public class BulkRunNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public BulkRunNotFound(BulkRunId id) {
    super("There is no bulk run %s. It may have been cleared away after 30 days.".formatted(id));
  }
}
