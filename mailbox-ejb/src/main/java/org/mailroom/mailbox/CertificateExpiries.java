package org.mailroom.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.jpa.CertificateStore;

/** When the certificates of mail servers run out, as they were last seen. */
@ApplicationScoped
class CertificateExpiries implements Expiries {
  @Inject CertificateStore certificates;

  @Override
  public List<Expiry> of(Collection<MailboxId> mailboxes) {
    return expiries(certificates.of(mailboxes));
  }

  @Override
  public List<Expiry> before(Instant then) {
    return expiries(certificates.expiringBefore(then));
  }

  private static List<Expiry> expiries(Map<MailboxId, ServerCertificate> shown) {
    return shown.entrySet().stream()
        .map(entry -> expiry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Expiry expiry(MailboxId mailbox, ServerCertificate shown) {
    return new Expiry(mailbox, Expiry.Kind.CERTIFICATE, shown.subject(), shown.expires());
  }
}
