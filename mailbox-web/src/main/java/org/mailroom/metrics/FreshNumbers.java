package org.mailroom.metrics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.mailroom.access.OwnWork;
import org.mailroom.database.Migrated;
import org.mailroom.watch.MailNumbers;
import org.mailroom.watch.MailNumbersView;

/** The numbers of a few seconds ago at most, as each call for metrics asks for dozens of them. */
@ApplicationScoped
class FreshNumbers {
  private static final Logger LOG = System.getLogger(FreshNumbers.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(10);

  @Inject Migrated migrated;
  @EJB MailNumbers numbers;
  @Inject Clock clock;

  private MailNumbersView last;
  private Instant readAt = Instant.MIN;

  /** Not a number while the database cannot be asked. */
  synchronized double of(ToDoubleFunction<MailNumbersView> one) {
    Instant now = clock.instant();
    if (migrated.isDone() && readAt.isBefore(now.minus(FRESH))) {
      readAt = now;
      last = read();
    }
    return last == null ? Double.NaN : one.applyAsDouble(last);
  }

  private MailNumbersView read() {
    try {
      return OwnWork.call(numbers::now);
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "metrics cannot be read cause=" + trouble);
      return null;
    }
  }
}
