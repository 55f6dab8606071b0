package org.mailroom.mailbox.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.vault.Secret;

/** What the answers of a token endpoint mean. */
final class Answers {
  // where none is stated, short enough to be right (RFC 6749 5.1)
  private static final Duration USUAL_LIFE = Duration.ofMinutes(30);
  private static final Set<String> CONSENT_LOST =
      Set.of("invalid_grant", "interaction_required", "consent_required", "login_required");
  private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");
  private static final List<String> NAMES =
      List.of("email", "preferred_username", "upn", "unique_name");
  private static final List<String> REFRESH_LIFE =
      List.of("refresh_token_expires_in", "refresh_expires_in");

  private final GuardedSender sender;
  private final Clock clock;

  Answers(GuardedSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * A granted token.
   *
   * @throws TokenTrouble if it was refused
   */
  AccessTokenResponse success(int status, TokenResponse response) {
    if (response.indicatesSuccess()) {
      return response.toSuccessResponse();
    }
    throw refusal(status, response.toErrorResponse().getErrorObject());
  }

  private static TokenTrouble refusal(int status, ErrorObject error) {
    String code = String.valueOf(error.getCode());
    String said = said(code, error.getDescription());
    if (status >= 500 || status == 429 || PASSING.contains(code)) {
      return new TokenTrouble(
          Trouble.SERVER, "The authorisation server cannot answer now: " + said);
    }
    if (CONSENT_LOST.contains(code)) {
      return new TokenTrouble(Trouble.CONSENT, said);
    }
    return new TokenTrouble(
        Trouble.SETTINGS,
        code.endsWith("_client")
            ? "The provider refuses the application: the client ID or the client secret is wrong,"
                + " or the secret has expired. It says: "
                + said
            : "The provider grants no token. It says: " + said);
  }

  /** The provider's words, without the traces that only its own support can read. */
  private static String said(String code, String description) {
    String words = description == null ? "" : description.replaceAll("\\s+", " ").strip();
    int trace = words.indexOf(" Trace ID:");
    String first = trace < 0 ? words : words.substring(0, trace);
    return first.isEmpty() ? code : "%s (%s)".formatted(first, code);
  }

  /**
   * @param nonce of the consent that it answers; null for none
   */
  Granted granted(
      AuthorizationServerMetadata server,
      OAuthClient client,
      AccessTokenResponse response,
      String nonce) {
    Instant now = clock.instant();
    var access = response.getTokens().getAccessToken();
    RefreshToken refresh = response.getTokens().getRefreshToken();
    Map<String, Object> more = response.getCustomParameters();
    return new Granted(
        Secret.of(access.getValue()),
        now.plus(access.getLifetime() > 0 ? Duration.ofSeconds(access.getLifetime()) : USUAL_LIFE),
        refresh == null ? null : Secret.of(refresh.getValue()),
        refreshLife(more).map(now::plus).orElse(null),
        nonce == null ? null : account(server, client, response, nonce));
  }

  private static Optional<Duration> refreshLife(Map<String, Object> more) {
    return REFRESH_LIFE.stream()
        .map(more::get)
        .filter(Number.class::isInstance)
        .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()))
        .filter(life -> !life.isZero() && !life.isNegative())
        .findFirst();
  }

  private String account(
      AuthorizationServerMetadata server,
      OAuthClient client,
      AccessTokenResponse response,
      String nonce) {
    Object idToken = response.getCustomParameters().get("id_token");
    return Optional.ofNullable(idToken)
        .flatMap(token -> name(claims(server, client, token.toString(), nonce)))
        .or(() -> asked(server, response))
        .orElse(null);
  }

  /**
   * The claims of an ID token. It came from the token endpoint itself, so TLS vouches for it
   * (OpenID Connect Core 3.1.3.7, 6).
   */
  private static Map<String, Object> claims(
      AuthorizationServerMetadata server, OAuthClient client, String idToken, String nonce) {
    try {
      JWTClaimsSet claims = JWTParser.parse(idToken).getJWTClaimsSet();
      boolean ours =
          claims.getAudience().contains(client.clientId())
              && Issuers.same(String.valueOf(claims.getIssuer()), server.getIssuer().getValue())
              && nonce.equals(claims.getStringClaim("nonce"));
      if (!ours) {
        throw new TokenTrouble(
            Trouble.SETTINGS, "The provider's answer is meant for another sign-in. Begin again.");
      }
      return claims.getClaims();
    } catch (ParseException e) {
      throw new TokenTrouble(Trouble.SERVER, "The provider's ID token cannot be read.", e);
    }
  }

  private static Optional<String> name(Map<String, Object> claims) {
    return NAMES.stream()
        .map(claims::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }

  /** Who consented is good to know; that a server does not tell is no reason to refuse. */
  private Optional<String> asked(AuthorizationServerMetadata server, AccessTokenResponse response) {
    Object stated = server.getCustomParameter("userinfo_endpoint");
    if (stated == null || !Issuers.isSafe(URI.create(stated.toString()))) {
      return Optional.empty();
    }
    URI endpoint = URI.create(stated.toString());
    try {
      var token = new BearerAccessToken(response.getTokens().getAccessToken().getValue());
      var answer = new UserInfoRequest(endpoint, token).toHTTPRequest().send(sender);
      return answer.indicatesSuccess() ? name(answer.getBodyAsJSONObject()) : Optional.empty();
    } catch (IOException | com.nimbusds.oauth2.sdk.ParseException untold) {
      return Optional.empty();
    }
  }
}
