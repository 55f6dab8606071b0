package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mailbox.Expiring.What;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxToken;

/** What of mailboxes stops working at a known time. */
@Dependent
class Expiries {
  @Inject MailboxStore store;
  @Inject HeldTokens held;

  List<Expiring> before(Instant end) {
    return Stream.concat(secrets(end), consents(end))
        .sorted(Comparator.comparing(Expiring::at))
        .toList();
  }

  private Stream<Expiring> secrets(Instant end) {
    LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
    return store.clientSecretsEndingBy(day).stream()
        .map(box -> new Expiring(box.id(), box.name(), What.CLIENT_SECRET, endOfSecret(box)))
        .filter(ending -> ending.at().isBefore(end));
  }

  private static Instant endOfSecret(Mailbox mailbox) {
    return mailbox
        .settings()
        .oauth()
        .clientSecretExpires()
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private Stream<Expiring> consents(Instant end) {
    return held.endingBefore(end).stream().map(this::consent).flatMap(Optional::stream);
  }

  private Optional<Expiring> consent(MailboxToken token) {
    return store
        .find(token.mailbox())
        .map(box -> new Expiring(box.id(), box.name(), What.CONSENT, token.refreshExpires()));
  }
}
