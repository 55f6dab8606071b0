package org.mailroom.mailbox.model;

import java.time.LocalDate;
import java.util.Objects;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.OAuthView;

/** Where and as which client a mailbox gets its tokens. */
public record OAuth(
    OAuthGrant grant, String issuer, String clientId, String scope, LocalDate clientSecretExpires) {

  static OAuth of(OAuthDraft draft) {
    return new OAuth(
        draft.grant(),
        MailboxSettings.text(draft.issuer()),
        MailboxSettings.text(draft.clientId()),
        MailboxSettings.text(draft.scope()),
        draft.clientSecretExpires());
  }

  /** Whether the provider gives nothing to a client that does not prove who it is. */
  boolean isSecretNeeded() {
    return grant != OAuthGrant.AUTHORIZATION_CODE;
  }

  /** Whether a client secret of one belongs to the other. */
  boolean sameClient(OAuth other) {
    return other != null
        && grant == other.grant
        && Objects.equals(issuer, other.issuer)
        && Objects.equals(clientId, other.clientId);
  }

  OAuthView view(boolean hasClientSecret) {
    return new OAuthView(grant, issuer, clientId, hasClientSecret, scope, clientSecretExpires);
  }
}
