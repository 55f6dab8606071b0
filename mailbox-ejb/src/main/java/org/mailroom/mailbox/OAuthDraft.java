package org.mailroom.mailbox;

import java.time.LocalDate;
import org.mailroom.vault.Secret;

/**
 * How a mailbox signs in by OAuth2, as a form or a call states it; what was left out is null.
 *
 * @param issuer the authorisation server: its issuer or the address of its metadata (RFC 8414)
 * @param clientSecret of a service account its key in JSON; null keeps the stored one
 * @param removeClientSecret forgets the stored one
 * @param scope separated by spaces; null for the provider's usual one
 * @param clientSecretExpires the day the client secret stops working, if a person knows it
 */
public record OAuthDraft(
    OAuthGrant grant,
    String issuer,
    String clientId,
    Secret clientSecret,
    boolean removeClientSecret,
    String scope,
    LocalDate clientSecretExpires) {}
