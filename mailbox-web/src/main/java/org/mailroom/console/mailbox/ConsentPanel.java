package org.mailroom.console.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ConsentView;
import org.mailroom.mailbox.Consents;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;

/** How far a saved mailbox is with the consent at its provider, and the way there. */
@Named
@RequestScoped
public class ConsentPanel {
  @EJB Consents consents;
  @Inject Notices notices;
  @Inject ExternalContext page;

  // a page asks for each of its values
  private final Map<MailboxId, Optional<ConsentView>> asked = new HashMap<>();

  /** Null for a mailbox that is not saved, or does not sign in by OAuth2. */
  public ConsentView of(MailboxView mailbox) {
    return mailbox == null || mailbox.authentication() != Authentication.OAUTH2
        ? null
        : asked.computeIfAbsent(mailbox.id(), id -> Optional.of(consents.stateOf(id))).orElse(null);
  }

  /** Leads the browser to the provider. */
  public void start(MailboxView mailbox) throws IOException {
    HttpSession session = (HttpSession) page.getSession(true);
    page.redirect(consents.start(mailbox.id(), Optional.of(session.getId())).toString());
  }

  public void forget(MailboxView mailbox) {
    consents.forget(mailbox.id());
    asked.clear();
    notices.done("oauth.consent.forgotten", mailbox.name());
  }

  public String otherAccount(ConsentView consent) {
    return notices.words("oauth.consent.other", consent.account(), consent.expectedAccount());
  }

  /** How many days are left, in words; none without a day. */
  public String countdown(Long days) {
    if (days == null) {
      return "";
    }
    return days < 0 ? notices.words("oauth.expired") : notices.words("oauth.days", days);
  }

  public URI getRedirectUri() {
    return consents.redirectUri();
  }
}
