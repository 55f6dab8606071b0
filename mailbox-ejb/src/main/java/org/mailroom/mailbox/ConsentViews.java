package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.MailboxToken;

/** Shows how far the consents of mailboxes are. */
@Dependent
class ConsentViews {
  @Inject Clock clock;

  ConsentView view(Mailbox mailbox, Optional<MailboxToken> stored) {
    MailboxSettings settings = mailbox.settings();
    // one that was never prepared has nothing to show
    MailboxToken token = stored.orElseGet(() -> new MailboxToken(mailbox.id(), ""));
    String expected = expected(settings);
    LocalDate secret = settings.oauth().clientSecretExpires();
    return new ConsentView(
        state(settings, token),
        token.account(),
        expected,
        isOther(token.account(), expected),
        token.consentedBy(),
        token.consentedAt(),
        token.accessExpires(),
        token.refreshExpires(),
        secret,
        days(token.refreshExpires()),
        secret == null ? null : ChronoUnit.DAYS.between(LocalDate.now(clock), secret),
        token.trouble(),
        token.troubleAt());
  }

  private static ConsentState state(MailboxSettings settings, MailboxToken token) {
    if (settings.oauth().grant() != OAuthGrant.AUTHORIZATION_CODE) {
      return ConsentState.NOT_NEEDED;
    }
    if (token.isLost()) {
      return ConsentState.LOST;
    }
    return token.sealedAccess().isPresent() ? ConsentState.GIVEN : ConsentState.AWAITED;
  }

  /** The user if that is an address, as it is with all large providers; else the mailbox's. */
  private static String expected(MailboxSettings settings) {
    String user = settings.connection().user();
    return EmailAddress.parse(user).isPresent() ? user : settings.address().orElse(user);
  }

  /** Names that are no addresses tell nothing. */
  private static boolean isOther(String account, String expected) {
    Optional<EmailAddress> there = EmailAddress.parse(account);
    Optional<EmailAddress> here = EmailAddress.parse(expected);
    return there.isPresent() && here.isPresent() && !there.get().sameAs(here.get());
  }

  private Long days(Instant end) {
    return end == null ? null : Duration.between(clock.instant(), end).toDays();
  }
}
