package org.mailroom.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.mailroom.mailbox.jpa.CertificateStore;

/** When the certificates of mail servers run out, as they were seen last. */
@ApplicationScoped
class CertificateExpiries implements Expiries {
  @Inject CertificateStore certificates;

  @Override
  public List<Expiry> of(Collection<MailboxId> mailboxes) {
    return certificates.expiriesOf(mailboxes);
  }

  @Override
  public List<Expiry> before(Instant then) {
    return certificates.expiringBefore(then);
  }
}
