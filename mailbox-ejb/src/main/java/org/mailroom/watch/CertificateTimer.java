package org.mailroom.watch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.StoredChecks;
import org.mailroom.watch.model.Condition;

/**
 * Looks again at the servers whose certificate runs out soon by what was seen half a day ago, so
 * that nobody goes on being told of a certificate that has been renewed.
 */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateTimer {
  private static final System.Logger LOG = System.getLogger(CertificateTimer.class.getName());
  private static final Duration OLD = Duration.ofHours(12);

  @Inject StoredChecks checks;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "17", second = "0", persistent = false)
  void tick() {
    Instant now = clock.instant();
    checks.toLookAtAgain(now.plus(Condition.EARLY), now.minus(OLD)).forEach(this::look);
  }

  private void look(MailboxId mailbox) {
    try {
      checks.check(mailbox);
    } catch (Failure gone) {
      LOG.log(System.Logger.Level.INFO, "watch.not_checked mailbox={0}", mailbox);
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(System.Logger.Level.ERROR, "watch.check_broken mailbox=" + mailbox, e);
    }
  }
}
