package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.time.LocalDate;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.vault.Secret;

/** The values on screen of how a mailbox signs in by OAuth2, and whether it does. */
public class OAuthForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private boolean chosen;
  private OAuthGrant grant = OAuthGrant.AUTHORIZATION_CODE;
  private String issuer;
  private String clientId;
  private String clientSecret;
  private boolean removeClientSecret;
  private boolean secretStored;
  private String scope;
  private LocalDate clientSecretExpires;

  static OAuthForm of(MailboxView mailbox) {
    var form = new OAuthForm();
    form.chosen = mailbox.authentication() == Authentication.OAUTH2;
    if (mailbox.oauth() != null) {
      form.settingsOf(mailbox.oauth());
    }
    return form;
  }

  private void settingsOf(OAuthView oauth) {
    grant = oauth.grant();
    issuer = oauth.issuer();
    clientId = oauth.clientId();
    secretStored = oauth.hasClientSecret();
    scope = oauth.scope();
    clientSecretExpires = oauth.clientSecretExpires();
  }

  /** What the draft of the mailbox says of it; null while it signs in another way. */
  OAuthDraft toDraft() {
    return chosen
        ? new OAuthDraft(
            grant, issuer, clientId, secret(), removeClientSecret, scope, clientSecretExpires)
        : null;
  }

  private Secret secret() {
    return clientSecret == null ? null : Secret.of(clientSecret);
  }

  /** Takes over what a preset knows; what a person has typed elsewhere stays. */
  void suggest(String presetIssuer, String presetScope) {
    issuer = presetIssuer;
    scope = presetScope;
  }

  public boolean isByConsent() {
    return grant == OAuthGrant.AUTHORIZATION_CODE;
  }

  public boolean isServiceAccount() {
    return grant == OAuthGrant.SERVICE_ACCOUNT;
  }

  /** Whether the mailbox signs in by OAuth2 rather than with a password. */
  public boolean isChosen() {
    return chosen;
  }

  public void setChosen(boolean chosen) {
    this.chosen = chosen;
  }

  public OAuthGrant getGrant() {
    return grant;
  }

  public void setGrant(OAuthGrant grant) {
    this.grant = grant;
  }

  public OAuthGrant[] getGrants() {
    return OAuthGrant.values();
  }

  public String getIssuer() {
    return issuer;
  }

  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  public String getClientId() {
    return clientId;
  }

  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  public String getClientSecret() {
    return clientSecret;
  }

  /** The page never shows what was typed, so an empty field leaves it as it is. */
  public void setClientSecret(String clientSecret) {
    if (clientSecret != null && !clientSecret.isEmpty()) {
      this.clientSecret = clientSecret;
    }
  }

  public boolean isSecretTyped() {
    return clientSecret != null;
  }

  public boolean isSecretStored() {
    return secretStored;
  }

  public boolean isRemoveClientSecret() {
    return removeClientSecret;
  }

  public void setRemoveClientSecret(boolean removeClientSecret) {
    this.removeClientSecret = removeClientSecret;
  }

  public String getScope() {
    return scope;
  }

  public void setScope(String scope) {
    this.scope = scope;
  }

  public LocalDate getClientSecretExpires() {
    return clientSecretExpires;
  }

  public void setClientSecretExpires(LocalDate clientSecretExpires) {
    this.clientSecretExpires = clientSecretExpires;
  }
}
