package org.mailroom.api.contract;

import java.time.Duration;
import java.time.Instant;
import org.mailroom.outbox.MailFigures;
import org.mailroom.outbox.MailFigures.Period;

/**
 * How the mail of a contract fared, in JSON.
 *
 * @param medianMillis from queued to accepted; null if nothing was sent
 */
public record MailFiguresAnswer(
    Period period,
    Instant since,
    long queued,
    long sent,
    long failed,
    long waiting,
    long discarded,
    Long medianMillis,
    Long p95Millis) {

  static MailFiguresAnswer of(Period period, MailFigures figures) {
    return new MailFiguresAnswer(
        period,
        figures.since(),
        figures.queued(),
        figures.sent(),
        figures.failed(),
        figures.waiting(),
        figures.discarded(),
        millis(figures.median()),
        millis(figures.p95()));
  }

  private static Long millis(Duration time) {
    return time == null ? null : time.toMillis();
  }
}
