package org.mailroom.mailbox;

import java.time.LocalDate;

/**
 * How a mailbox signs in by OAuth2, as people and programs may see it: never a secret or a token.
 *
 * @param hasClientSecret whether a client secret is stored
 */
public record OAuthView(
    OAuthGrant grant,
    String issuer,
    String clientId,
    boolean hasClientSecret,
    String scope,
    LocalDate clientSecretExpires) {}
