package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.time.LocalDate;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.OAuthView;
import org.mailroom.vault.Secret;

/** The values on screen of how a mailbox signs in by OAuth2. */
public class OAuthForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private OAuthGrant grant = OAuthGrant.AUTHORIZATION_CODE;
  private String issuer;
  private String clientId;
  private String clientSecret;
  private boolean removeClientSecret;
  private boolean secretStored;
  private String scope;
  private LocalDate clientSecretExpires;

  /**
   * @param oauth null while the mailbox signs in another way
   */
  static OAuthForm of(OAuthView oauth) {
    var form = new OAuthForm();
    if (oauth != null) {
      form.settingsOf(oauth);
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

  OAuthDraft toDraft() {
    return new OAuthDraft(
        grant, issuer, clientId, secret(), removeClientSecret, scope, clientSecretExpires);
  }

  private Secret secret() {
    return clientSecret == null ? null : Secret.of(clientSecret);
  }

  /** Takes over what a preset knows; what a person has typed elsewhere stays. */
  void suggest(String presetIssuer, String presetScope) {
    issuer = presetIssuer;
    scope = presetScope;
  }

  /** The right is asked for as another mailbox of the account asks for it. */
  void askLike(OAuthView other) {
    grant = other.grant();
    issuer = other.issuer();
    clientId = other.clientId();
  }

  public boolean isByConsent() {
    return grant == OAuthGrant.AUTHORIZATION_CODE;
  }

  public boolean isServiceAccount() {
    return grant == OAuthGrant.SERVICE_ACCOUNT;
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
