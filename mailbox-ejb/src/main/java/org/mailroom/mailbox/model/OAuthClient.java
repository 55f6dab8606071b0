package org.mailroom.mailbox.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.Protocol;
import org.mailroom.vault.Secret;

/**
 * The application and the user that tokens are asked for.
 *
 * @param secret of a service account its key in JSON
 * @param scope null for the provider's usual one
 * @param user whom the mailbox signs in as
 * @param protocol null for sending
 */
public record OAuthClient(
    OAuthGrant grant,
    String issuer,
    String clientId,
    Optional<Secret> secret,
    String scope,
    String user,
    Protocol protocol) {

  /** That of settings that sign in by OAuth2. */
  public static OAuthClient of(MailboxSettings settings, Optional<Secret> secret) {
    OAuth oauth = settings.oauth();
    return new OAuthClient(
        oauth.grant(),
        oauth.issuer(),
        oauth.clientId(),
        secret,
        oauth.scope(),
        settings.connection().user(),
        settings.reading() == null ? null : settings.reading().protocol());
  }

  /** Whether a person has to consent. */
  public boolean byConsent() {
    return grant == OAuthGrant.AUTHORIZATION_CODE;
  }

  /** The same for the same client and user: tokens of one are no good for another. */
  public String fingerprint() {
    String all =
        String.join("\n", grant.name(), issuer, clientId + "", scope + "", user, protocol + "");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
