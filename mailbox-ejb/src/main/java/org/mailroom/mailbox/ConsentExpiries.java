package org.mailroom.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.MailboxToken;

/** When the consents of mailboxes end, as far as providers have said so. */
@ApplicationScoped
class ConsentExpiries implements Expiries {
  @Inject HeldTokens held;

  @Override
  public List<Expiry> of(Collection<MailboxId> mailboxes) {
    return mailboxes.isEmpty() ? List.of() : expiries(held.endingOf(mailboxes));
  }

  @Override
  public List<Expiry> before(Instant then) {
    return expiries(held.endingBefore(then));
  }

  private static List<Expiry> expiries(List<MailboxToken> tokens) {
    return tokens.stream().map(ConsentExpiries::expiry).toList();
  }

  private static Expiry expiry(MailboxToken token) {
    String what = token.account() == null ? "consent" : "consent of " + token.account();
    return new Expiry(token.mailbox(), Expiry.Kind.CONSENT, what, token.refreshExpires());
  }
}
