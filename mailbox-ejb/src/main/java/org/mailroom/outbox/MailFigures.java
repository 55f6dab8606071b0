package org.mailroom.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How the mail of a party fared that was queued since then; whatever was queued is in one of the
 * four other counts.
 *
 * @param sent accepted, for all of its recipients or for some
 * @param failed refused for good, or given up
 * @param waiting to be sent, to be tried again, or for a person
 * @param discarded cancelled or suppressed
 * @param median half of what was sent had been accepted so long after it was queued; null if
 *     nothing was sent
 * @param p95 the same for 95 of 100
 */
public record MailFigures(
    Instant since,
    long queued,
    long sent,
    long failed,
    long waiting,
    long discarded,
    Duration median,
    Duration p95) {

  /** Over how long figures are taken. */
  public enum Period {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final Duration length;

    Period(int days) {
      length = Duration.ofDays(days);
    }

    public Duration length() {
      return length;
    }
  }
}
