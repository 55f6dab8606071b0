package org.mailroom.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mailroom.mailbox.jpa.CertificateStore;
import org.mailroom.mailbox.model.Mailbox;

/**
 * Looks at the certificate of each mail server once a day, so that one that was renewed alarms
 * nobody, and one that was not does. A few servers at a time; nobody signs in for it.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateRounds {
  private static final System.Logger LOG = System.getLogger(CertificateRounds.class.getName());
  private static final Duration A_DAY = Duration.ofHours(24);
  private static final int LISTED = 500;
  private static final int AT_ONCE = 10;

  // a server that is down shows nothing, and must not keep the others from their turn
  private final Cache<String, Boolean> tried =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(A_DAY).build();

  @Inject CertificateStore certificates;
  @Inject ConnectionChecks checks;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void round() {
    try {
      List<Mailbox> due = certificates.notSeenSince(clock.instant().minus(A_DAY), LISTED);
      due.stream().filter(this::isFirst).limit(AT_ONCE).forEach(checks::look);
    } catch (RuntimeException broken) {
      // an exception would make the container give the timer up
      LOG.log(System.Logger.Level.WARNING, "mailbox.certificates_not_seen", broken);
    }
  }

  /** Whether the server has not been tried for another of its mailboxes, or in vain, today. */
  private boolean isFirst(Mailbox mailbox) {
    return tried.asMap().putIfAbsent(mailbox.settings().destination(), true) == null;
  }
}
