package org.mailroom.mailbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;
import okhttp3.mockwebserver.RecordedRequest;

/**
 * A real authorisation server in this JVM, which rotates refresh tokens: each is good for one use.
 */
public final class AuthorizationServer implements AutoCloseable {
  public static final String ACCOUNT = "support@xpto.example";
  private static final String ISSUER = "xpto";
  private static final long AN_HOUR = 3600;

  private final Queue<OAuth2HttpResponse> scripted = new ConcurrentLinkedQueue<>();
  private final MockOAuth2Server server;
  private volatile boolean revoked;

  AuthorizationServer() {
    this(false);
  }

  private AuthorizationServer(boolean withPage) {
    server = new MockOAuth2Server(new OAuth2Config(withPage, null, null, true), new Scripted());
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /** One that asks for user and claims on a page of its own. */
  public static AuthorizationServer withPage() {
    return new AuthorizationServer(true);
  }

  public String issuer() {
    return server.issuerUrl(ISSUER).toString();
  }

  /** The next consent gives tokens that live so long, again and again. */
  public void givesTokensFor(Duration life) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER, ACCOUNT, "JWT", List.of("mailroom"), Map.of(), life.toSeconds()));
  }

  /** Ends all consents: no refresh token is good any more. */
  public void revokes() {
    revoked = true;
  }

  /** Whom a token was given for; empty if this server did not give it, or its time is over. */
  public String subjectOf(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      RSAKey key =
          server.getConfig().getTokenProvider().publicJwkSet(ISSUER).getKeys().get(0).toRSAKey();
      boolean good =
          jwt.verify(new RSASSAVerifier(key))
              && jwt.getJWTClaimsSet()
                  .getExpirationTime()
                  .toInstant()
                  .isAfter(Clock.systemUTC().instant());
      return good ? jwt.getJWTClaimsSet().getSubject() : "";
    } catch (ParseException | JOSEException foreign) {
      return "";
    }
  }

  /** The next token is of somebody else. */
  AuthorizationServer signsInAs(String account) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER, account, "JWT", List.of("mailroom"), Map.of("email", account), AN_HOUR));
    return this;
  }

  /** The next token is refused. */
  void refuses(int status, String error, String description) {
    answers(status, error(error, description));
  }

  /** The next token comes with the end of its consent, and without a word of who consented. */
  void endsConsentAfter(Duration time) {
    answers(
        200,
        """
        {"token_type": "Bearer", "access_token": "a", "expires_in": 3600,
         "refresh_token": "r", "refresh_token_expires_in": %d}"""
            .formatted(time.toSeconds()));
  }

  private static String error(String error, String description) {
    return "{\"error\": \"%s\", \"error_description\": \"%s\"}".formatted(error, description);
  }

  private void answers(int status, String json) {
    scripted.add(answer(status, json));
  }

  private static OAuth2HttpResponse answer(int status, String json) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json"), status, json, null);
  }

  /** Comes before the server's own answers while there is something to say. */
  private final class Scripted implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      return request.getUrl().encodedPath().endsWith("/token")
          && (!scripted.isEmpty() || isRevoked(request));
    }

    private boolean isRevoked(OAuth2HttpRequest request) {
      return revoked && String.valueOf(request.getBody()).contains("grant_type=refresh_token");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      return scripted.isEmpty()
          ? answer(400, error("invalid_grant", "The user has revoked the consent."))
          : scripted.remove();
    }
  }

  /** The next token comes without an ID token: who consented must be asked for. */
  void tellsWhoConsentedWhenAsked(String account) {
    String access =
        server.issueToken(ISSUER, account, "mailroom", Map.of("email", account)).serialize();
    answers(
        200,
        "{\"token_type\": \"Bearer\", \"access_token\": \"%s\", \"expires_in\": 3600}"
            .formatted(access));
  }

  /** What the last token was asked for with. */
  Map<String, String> tokenRequest() {
    RecordedRequest request = server.takeRequest(30, TimeUnit.SECONDS);
    while (!String.valueOf(request.getPath()).endsWith("/token")) {
      request = server.takeRequest(30, TimeUnit.SECONDS);
    }
    return parameters(
        URI.create("http://127.0.0.1/?" + request.getBody().readUtf8().replace("+", "%20")));
  }

  /** How many tokens have been asked for since the last time. */
  int tokenRequests() {
    int requests = 0;
    try {
      while (true) {
        String path = server.takeRequest(1, TimeUnit.MILLISECONDS).getPath();
        requests += String.valueOf(path).endsWith("/token") ? 1 : 0;
      }
    } catch (RuntimeException noMore) {
      return requests;
    }
  }

  /** Signs in and consents as a browser would; what the provider then says to the callback. */
  static Map<String, String> consent(URI authorization) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(authorization).build(),
                  HttpResponse.BodyHandlers.ofString());
      return parameters(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> parameters(URI address) {
    return Arrays.stream(address.getQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> pair[1], (one, other) -> other, LinkedHashMap::new));
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
