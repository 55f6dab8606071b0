package org.mailroom.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.jpa.MailboxStore;

/** When client secrets run out, as far as people have said so. */
@ApplicationScoped
class ClientSecretExpiries implements Expiries {
  @Inject MailboxStore store;

  @Override
  public List<Expiry> of(Collection<MailboxId> mailboxes) {
    return expiries(store.clientSecretsOf(mailboxes));
  }

  @Override
  public List<Expiry> before(Instant then) {
    return expiries(store.clientSecretsUntil(then.atZone(ZoneOffset.UTC).toLocalDate()));
  }

  private static List<Expiry> expiries(Map<MailboxId, LocalDate> days) {
    return days.entrySet().stream().map(entry -> expiry(entry.getKey(), entry.getValue())).toList();
  }

  private static Expiry expiry(MailboxId mailbox, LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Expiry(mailbox, Expiry.Kind.CLIENT_SECRET, "client secret", at);
  }
}
