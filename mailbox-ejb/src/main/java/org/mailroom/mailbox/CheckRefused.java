package org.mailroom.mailbox;

import java.time.Duration;
import org.mailroom.failure.Conflict;

/** Too many connection checks: each of them makes this server knock at somebody's door. */
public class CheckRefused extends Conflict {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter when it makes sense to try again
   */
  public CheckRefused(Duration retryAfter) {
    super(
        "There were too many connection checks in the last minute. Wait %d seconds, then repeat it."
            .formatted(Math.max(1, retryAfter.toSeconds())));
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
